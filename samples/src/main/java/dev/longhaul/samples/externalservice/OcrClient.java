package dev.longhaul.samples.externalservice;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.external.JobStatus;
import dev.longhaul.api.external.PolledJobService;
import dev.longhaul.samples.common.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;

/**
 * Talks to the service without blocking a thread, and tries again what may pass: what is not
 * answered in time, and what is answered with a status of 500 and above. Thread-safe.
 */
final class OcrClient implements PolledJobService<Document, Text> {
  private static final int NOT_FOUND = 404;
  private static final int SERVER_ERROR = 500;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI service;
  private final FailsafeExecutor<HttpResponse<byte[]>> retrying =
      Failsafe.with(
          RetryPolicy.<HttpResponse<byte[]>>builder()
              .handle(IOException.class)
              .handleResultIf(answer -> answer.statusCode() >= SERVER_ERROR)
              .withBackoff(100, 1000, ChronoUnit.MILLIS)
              .withJitter(0.2)
              .withMaxRetries(5)
              .build());

  OcrClient(URI service) {
    this.service = service;
  }

  @Override
  public CompletableFuture<String> submit(Document document, String idempotencyKey) {
    return send(request("/jobs")
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofByteArray(Json.write(document)))
            .build())
        .thenApply(answer -> content(answer, Job.class).id());
  }

  @Override
  public CompletableFuture<JobStatus> status(String job) {
    return send(request("/jobs/" + job).GET().build())
        .thenApply(
            answer ->
                answer.statusCode() == NOT_FOUND
                    ? JobStatus.vanished()
                    : status(content(answer, Job.class)));
  }

  private static JobStatus status(Job job) {
    return switch (job.state()) {
      case RUNNING -> JobStatus.running(new Pages(job.read(), job.of()));
      case DONE -> JobStatus.done();
      case CANCELLED -> JobStatus.cancelled();
    };
  }

  @Override
  public CompletableFuture<Text> collect(String job) {
    return send(request("/jobs/" + job + "/text").GET().build())
        .thenApply(answer -> content(answer, Text.class));
  }

  @Override
  public CompletableFuture<?> cancel(String job) {
    return send(request("/jobs/" + job).DELETE().build());
  }

  private CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
    return retrying.getStageAsync(() -> http.sendAsync(request, BodyHandlers.ofByteArray()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(service.resolve(path))
        .header("User-Agent", "worker-" + ProcessHandle.current().pid())
        .timeout(Duration.ofSeconds(1));
  }

  private static <T> T content(HttpResponse<byte[]> answer, Class<T> type) {
    try {
      return Json.read(checked(answer), type);
    } catch (IOException e) {
      throw new UncheckedIOException("the service answered something else than JSON", e);
    }
  }

  /** What the service refused once, it would refuse again. */
  private static byte[] checked(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status < 300) {
      return answer.body();
    }
    ActivityFailure failure =
        ActivityFailure.ofType("ReadingRefused").message("the service answered " + status);
    throw (status < SERVER_ERROR ? failure.nonRetryable() : failure).toException();
  }
}
