package dev.longhaul.samples.quickstart.archive;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Talks to an {@link ArchiveService} without blocking a thread. Thread-safe.
 *
 * <p>Futures fail with {@link ArchiveRefusedException}, {@link ArchiveFailedException}, or an
 * {@link IOException} if the service cannot be reached.
 */
public final class ArchiveClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int NOT_FOUND = 404;

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
        request(JobsEndpoint.PATH)
            .header(JobsEndpoint.IDEMPOTENCY_KEY, idempotencyKey)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.write(request)))
            .build();
    return send(post).thenApply(answer -> content(answer, JobStatus.class).id());
  }

  /**
   * Finds a job that was submitted before.
   *
   * @return its id, if it goes on or is done; fails if it failed, or is not there any more
   */
  public CompletableFuture<String> find(String job) {
    return status(job)
        .thenApply(
            status -> {
              if (status.state() == JobState.FAILED) {
                throw new ArchiveFailedException(String.valueOf(status.error()));
              }
              return status.id();
            });
  }

  /** How far the job is. */
  public CompletableFuture<ArchiveProgress> progress(String job) {
    return status(job).thenApply(JobStatus::progress);
  }

  /** All jobs that the service has. */
  public CompletableFuture<List<JobStatus>> jobs() {
    return send(request(JobsEndpoint.PATH).GET().build())
        .thenApply(answer -> List.of(content(answer, JobStatus[].class)));
  }

  /** Ends the job and deletes its files; done when they are gone. Harmless if they were before. */
  public CompletableFuture<Void> delete(String job) {
    return send(request(path(job)).DELETE().build())
        .thenAccept(
            answer -> {
              if (answer.statusCode() != NOT_FOUND) {
                check(answer);
              }
            });
  }

  private CompletableFuture<JobStatus> status(String job) {
    return send(request(path(job)).GET().build())
        .thenApply(answer -> content(answer, JobStatus.class));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(service.resolve(path)).timeout(TIMEOUT);
  }

  private static String path(String job) {
    return JobsEndpoint.PATH + "/" + job;
  }

  private CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
    return http.sendAsync(request, BodyHandlers.ofByteArray());
  }

  private static <T> T content(HttpResponse<byte[]> answer, Class<T> type) {
    check(answer);
    return read(answer.body(), type);
  }

  private static void check(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status < 300) {
      return;
    }
    String error = String.valueOf(read(answer.body(), Map.class).get("error"));
    throw status >= 500 || status == NOT_FOUND
        ? new ArchiveFailedException(error)
        : new ArchiveRefusedException(error);
  }

  private static <T> T read(byte[] json, Class<T> type) {
    try {
      return Json.read(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException("the archive service answered something else than JSON", e);
    }
  }
}
