package dev.longhaul.testing.junit5;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.StopRequest;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Lets a farm do the work, and waits for it. */
@AsyncActivityHandler(
    activityType = "Transcode",
    taskQueue = "media",
    heartbeatInterval = "10s",
    cancellationGrace = "30s")
final class TranscodeHandler {
  private final RenderFarm farm;
  private RenderFarm.Job job;

  @Inject
  TranscodeHandler(RenderFarm farm) {
    this.farm = farm;
  }

  @OnStart
  CompletionStage<String> start(String video, ActivityContext context) {
    job = farm.submit(context.idempotencyKey());
    job.percent = context.lastHeartbeatDetails(Integer.class).orElse(0);
    return job.done.thenApply(folder -> folder + "/" + video);
  }

  @OnHeartbeat
  int progress() {
    return job.percent;
  }

  @OnCancel
  String cancel(StopRequest why) {
    job.aborted = true;
    return why.kind() + " at " + job.percent;
  }
}
