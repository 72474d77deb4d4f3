package dev.longhaul.samples.quickstart.archive;

import com.fasterxml.jackson.core.JacksonException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.longhaul.samples.common.Json;
import dev.longhaul.samples.quickstart.archive.Jobs.Submission;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HTTP interface.
 *
 * <pre>
 * POST   /jobs             {@link ArchiveRequest}, header Idempotency-Key
 *                          201 (200 if the key made the job before) and {@link JobStatus}
 * GET    /jobs             a list of {@link JobStatus}
 * GET    /jobs/{id}        {@link JobStatus}
 * DELETE /jobs/{id}        ends the job and deletes its files, then 204
 * </pre>
 *
 * <p>Errors are answered as {@code {"error": "…"}}. No thread waits for a job.
 */
final class JobsEndpoint implements HttpHandler {
  static final String PATH = "/jobs";
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final Pattern JOB = Pattern.compile(PATH + "/([0-9a-f]+)");

  private final Jobs jobs;
  private final Executor threads;
  private final Callback callback = new Callback();

  JobsEndpoint(Jobs jobs, Executor threads) {
    this.jobs = jobs;
    this.threads = threads;
  }

  @Override
  public void handle(HttpExchange exchange) {
    answer(exchange)
        .exceptionally(Answer::failure)
        .thenAcceptAsync(answer -> answer.send(exchange), threads);
  }

  private CompletableFuture<Answer> answer(HttpExchange exchange) {
    try {
      String path = exchange.getRequestURI().getPath();
      Matcher job = JOB.matcher(path);
      if (job.matches()) {
        return ofJob(exchange, job.group(1));
      }
      if (path.equals(PATH)) {
        return CompletableFuture.completedFuture(ofJobs(exchange));
      }
      throw HttpProblem.notFound("there is nothing at " + path);
    } catch (IOException | RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletableFuture<Answer> ofJob(HttpExchange exchange, String id) {
    String method = exchange.getRequestMethod();
    return switch (method) {
      case "GET" -> CompletableFuture.completedFuture(new Answer(200, jobs.get(id).status()));
      case "DELETE" -> jobs.delete(id).thenApply(done -> Answer.NO_CONTENT);
      default -> throw HttpProblem.wrongMethod(method);
    };
  }

  private Answer ofJobs(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    return switch (method) {
      case "GET" -> new Answer(200, jobs.statuses());
      case "POST" -> submit(exchange);
      default -> throw HttpProblem.wrongMethod(method);
    };
  }

  private Answer submit(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst(IDEMPOTENCY_KEY);
    if (key == null) {
      throw HttpProblem.badRequest("the header " + IDEMPOTENCY_KEY + " is missing");
    }
    Submission submission = jobs.submit(key, request(exchange));
    if (submission.isNew()) {
      callBack(submission.job());
    }
    return new Answer(submission.isNew() ? 201 : 200, submission.job().status());
  }

  private static ArchiveRequest request(HttpExchange exchange) throws IOException {
    try {
      return Json.read(exchange.getRequestBody().readAllBytes(), ArchiveRequest.class);
    } catch (JacksonException e) {
      throw HttpProblem.badRequest("the body is not a request: " + e.getOriginalMessage());
    }
  }

  private void callBack(Job job) {
    var url = job.request().callback();
    if (url != null) {
      job.end()
          .thenAccept(
              last -> {
                if (last.state() != JobState.DELETED) {
                  callback.send(url, last);
                }
              });
    }
  }
}
