package dev.longhaul.benchmarks.soak;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.benchmarks.soak.server.Job;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;

/** Is completed later by whoever holds the pending activity. */
@AsyncActivityHandler(taskQueue = "soak")
final class SoakExternalHandler {
  private final Desk desk;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private int beats;

  @Inject
  SoakExternalHandler(Desk desk) {
    this.desk = desk;
  }

  @OnStart
  void start(Job job, PendingActivity<Integer> pending) {
    desk.begin(job, pending);
    desk.after(
        job.millis(),
        () ->
            Results.failure(job, pending.attempt())
                .ifPresentOrElse(pending::fail, () -> pending.complete(job.number())),
        over);
  }

  @OnHeartbeat
  int progress() {
    return ++beats;
  }

  @OnCancel
  void cancel(PendingActivity<Integer> pending) {
    over.complete(null);
    pending.reportCancellation();
  }
}
