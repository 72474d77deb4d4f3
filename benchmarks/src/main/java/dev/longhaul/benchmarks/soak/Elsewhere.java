package dev.longhaul.benchmarks.soak;

import dev.longhaul.api.ActivityCancelledException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.TaskToken;
import dev.longhaul.benchmarks.soak.server.Job;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does work as another process would: all that it has is a client with a connection of its own. A
 * report that did not get through is made again until the server has answered it. Thread-safe.
 */
final class Elsewhere {
  private static final long BEAT_MILLIS = 2_000;

  private final AsyncCompletionClient client;
  private final Witness witness;
  private final Desk desk;

  Elsewhere(AsyncCompletionClient client, Witness witness, Desk desk) {
    this.client = client;
    this.witness = witness;
    this.desk = desk;
  }

  /** Begins the work of an attempt. */
  void work(Job job, int attempt, ActivityReference activity) {
    new Work(job, attempt, activity).begin();
  }

  private final class Work {
    private final Job job;
    private final int attempt;
    private final ActivityReference activity;

    /** Nothing is left to do but to report, if that. */
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    Work(Job job, int attempt, ActivityReference activity) {
      this.job = job;
      this.attempt = attempt;
      this.activity = activity;
    }

    void begin() {
      desk.after(job.millis(), () -> end(this::result), over);
      beatLater();
    }

    private void beatLater() {
      desk.after(BEAT_MILLIS, this::beat, over);
    }

    private void beat() {
      var unused =
          client
              .heartbeat(activity, "at work")
              .whenComplete((done, failure) -> answered(cause(failure)));
    }

    private void answered(@Nullable Throwable failure) {
      if (failure instanceof ActivityCancelledException) {
        end(() -> client.reportCancellation(activity));
      } else if (failure instanceof ActivityNotFoundException) {
        over.complete(null);
      } else {
        beatLater();
      }
    }

    private CompletableFuture<Void> result() {
      return Results.failure(job, attempt)
          .map(failure -> client.fail(activity, failure))
          .orElseGet(() -> client.complete(activity, job.number()));
    }

    private void end(Supplier<CompletableFuture<Void>> report) {
      if (over.complete(null)) {
        untilAnswered(report);
      }
    }

    // By ids another attempt than this may have been the one that ended.
    private void acknowledged() {
      if (activity instanceof TaskToken) {
        witness.acknowledged(job.number(), attempt);
      }
    }

    private void untilAnswered(Supplier<CompletableFuture<Void>> report) {
      var unused =
          report
              .get()
              .whenComplete(
                  (done, failure) -> {
                    if (failure == null) {
                      acknowledged();
                    } else if (!(cause(failure) instanceof ActivityNotFoundException)) {
                      desk.after(
                          BEAT_MILLIS, () -> untilAnswered(report), new CompletableFuture<>());
                    }
                  });
    }
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }
}
