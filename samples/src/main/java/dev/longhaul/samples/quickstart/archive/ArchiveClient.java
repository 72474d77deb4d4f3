package dev.longhaul.samples.quickstart.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Talks to an {@link ArchiveService} without blocking a thread. Thread-safe.
 *
 * <p>Futures fail with {@link ArchiveRefusedException}, {@link ArchiveFailedException}, {@link
 * CancellationException} if the job was deleted, or an {@link IOException} if the service cannot be
 * reached.
 */
public final class ArchiveClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration LONG_POLL = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI service;

  public ArchiveClient(URI service) {
    this.service = service;
  }

  /**
   * Submits a job; the same key again finds the same job.
   *
   * @return the job's id
   */
  public CompletableFuture<String> submit(ArchiveRequest request, String idempotencyKey) {
    HttpRequest post =
        request(JobsEndpoint.PATH, TIMEOUT)
            .header(JobsEndpoint.IDEMPOTENCY_KEY, idempotencyKey)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.write(request)))
            .build();
    return send(post).thenApply(ArchiveClient::status).thenApply(JobStatus::id);
  }

  /** How far the job is. */
  public CompletableFuture<ArchiveProgress> progress(String job) {
    HttpRequest get = request(path(job), TIMEOUT).GET().build();
    return send(get).thenApply(ArchiveClient::status).thenApply(JobStatus::progress);
  }

  /** The archive, when it is done: asks again and again, each time as long as the service waits. */
  public CompletableFuture<Archive> archive(String job) {
    String path = path(job) + "?wait=" + LONG_POLL.toSeconds();
    HttpRequest get = request(path, LONG_POLL.plus(TIMEOUT)).GET().build();
    return send(get)
        .thenApply(ArchiveClient::status)
        .thenCompose(
            status ->
                switch (status.state()) {
                  case RUNNING -> archive(job);
                  case COMPLETED ->
                      CompletableFuture.completedFuture(Objects.requireNonNull(status.archive()));
                  case FAILED ->
                      CompletableFuture.failedFuture(
                          new ArchiveFailedException(String.valueOf(status.error())));
                  case DELETED -> CompletableFuture.failedFuture(deleted(job));
                });
  }

  /** Ends the job and deletes its files; done when they are gone. Harmless if they were before. */
  public CompletableFuture<Void> delete(String job) {
    HttpRequest delete = request(path(job), TIMEOUT).DELETE().build();
    return send(delete)
        .thenAccept(
            response -> {
              if (response.statusCode() != 404) {
                check(response);
              }
            });
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    return HttpRequest.newBuilder(service.resolve(path)).timeout(timeout);
  }

  private static String path(String job) {
    return JobsEndpoint.PATH + "/" + job;
  }

  private CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
    return http.sendAsync(request, BodyHandlers.ofByteArray());
  }

  private static JobStatus status(HttpResponse<byte[]> response) {
    check(response);
    return read(response.body(), JobStatus.class);
  }

  private static void check(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status < 300) {
      return;
    }
    String error = String.valueOf(read(response.body(), Map.class).get("error"));
    if (status == 404) {
      throw new CancellationException(error);
    }
    throw status < 500 ? new ArchiveRefusedException(error) : new ArchiveFailedException(error);
  }

  private static CancellationException deleted(String job) {
    return new CancellationException("job " + job + " was deleted");
  }

  private static <T> T read(byte[] json, Class<T> type) {
    try {
      return Json.read(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException("the archive service answered something else than JSON", e);
    }
  }
}
