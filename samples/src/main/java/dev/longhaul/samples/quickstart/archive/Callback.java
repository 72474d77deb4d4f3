package dev.longhaul.samples.quickstart.archive;

import dev.longhaul.samples.common.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * POSTs the last status of a job to whoever wanted to know. Where nobody answers, or with a server
 * error, it is tried again for about a minute; then it is given up: the job can still be asked for.
 * Thread-safe.
 */
final class Callback {
  private static final int TRIES = 120;
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);

  private final HttpClient http = HttpClient.newHttpClient();

  void send(URI url, JobStatus status) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.write(status)))
            .build();
    send(request, TRIES);
  }

  private void send(HttpRequest request, int tries) {
    http.sendAsync(request, BodyHandlers.discarding())
        .whenComplete(
            (response, failure) -> {
              if (!wasTaken(response) && tries > 1) {
                LATER.execute(() -> send(request, tries - 1));
              }
            });
  }

  private static boolean wasTaken(@Nullable HttpResponse<?> response) {
    return response != null && response.statusCode() < 500;
  }
}
