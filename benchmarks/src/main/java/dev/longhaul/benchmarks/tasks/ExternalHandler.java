package dev.longhaul.benchmarks.tasks;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;

/** Is completed by another thread. */
@AsyncActivityHandler(activityType = "TranscodeVideo", taskQueue = "external")
@SuppressWarnings("LH084") // its work is done before it could be cancelled
final class ExternalHandler {
  private final Executor outside;

  @Inject
  ExternalHandler(Executor outside) {
    this.outside = outside;
  }

  @OnStart
  void start(Video video, PendingActivity<Video> pending) {
    outside.execute(() -> pending.complete(video.done()));
  }
}
