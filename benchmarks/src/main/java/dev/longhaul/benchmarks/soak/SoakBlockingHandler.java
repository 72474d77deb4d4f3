package dev.longhaul.benchmarks.soak;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.benchmarks.soak.server.Job;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Works on its own thread, which is interrupted when it is cancelled. */
@AsyncActivityHandler(taskQueue = "soak")
final class SoakBlockingHandler {
  private final Desk desk;

  @Inject
  SoakBlockingHandler(Desk desk) {
    this.desk = desk;
  }

  @OnStart
  int start(Job job, ActivityContext context) throws InterruptedException {
    desk.begin(job, context);
    TimeUnit.MILLISECONDS.sleep(job.millis());
    return Results.of(job, context.attempt());
  }
}
