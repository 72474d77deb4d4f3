package dev.longhaul.benchmarks.tasks;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Completes with a stage, which another thread completes. */
@AsyncActivityHandler(activityType = "TranscodeVideo", taskQueue = "stage")
final class StageHandler {
  private final Executor outside;

  @Inject
  StageHandler(Executor outside) {
    this.outside = outside;
  }

  @OnStart
  CompletionStage<Video> start(Video video) {
    return CompletableFuture.supplyAsync(video::done, outside);
  }
}
