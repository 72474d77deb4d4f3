package dev.longhaul.benchmarks.tasks;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;

/** Completes when its start method returns. */
@AsyncActivityHandler(activityType = "TranscodeVideo", taskQueue = "blocking")
final class BlockingHandler {
  @OnStart
  Video start(Video video) {
    return video.done();
  }
}
