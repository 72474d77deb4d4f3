package dev.longhaul.benchmarks.soak;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.benchmarks.soak.server.Job;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Works elsewhere; its stage is cancelled when the activity is. */
@AsyncActivityHandler(taskQueue = "soak")
final class SoakStageHandler {
  private final Desk desk;

  @Inject
  SoakStageHandler(Desk desk) {
    this.desk = desk;
  }

  @OnStart
  CompletionStage<Integer> start(Job job, ActivityContext context) {
    desk.begin(job, context);
    CompletableFuture<Integer> result = new CompletableFuture<>();
    desk.after(
        job.millis(),
        () ->
            Results.failure(job, context.attempt())
                .ifPresentOrElse(
                    failure -> result.completeExceptionally(failure.toException()),
                    () -> result.complete(job.number())),
        result);
    return result;
  }
}
