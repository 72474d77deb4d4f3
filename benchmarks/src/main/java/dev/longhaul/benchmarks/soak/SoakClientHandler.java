package dev.longhaul.benchmarks.soak;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.benchmarks.soak.server.Form;
import dev.longhaul.benchmarks.soak.server.Job;
import jakarta.inject.Inject;

/**
 * Leaves the outcome, and what follows from a cancellation, to another client: its grace is so long
 * that the cancellation is never confirmed here, too.
 */
@AsyncActivityHandler(taskQueue = "soak", cancellationGrace = "2m")
@SuppressWarnings("LH084") // who does the work hears of its cancellation by a heartbeat of its own
final class SoakClientHandler {
  private final Desk desk;
  private final Elsewhere elsewhere;

  @Inject
  SoakClientHandler(Desk desk, Elsewhere elsewhere) {
    this.desk = desk;
    this.elsewhere = elsewhere;
  }

  @OnStart
  void start(Job job, PendingActivity<Integer> pending) {
    desk.begin(job, pending);
    elsewhere.work(
        job,
        pending.attempt(),
        job.form() == Form.CLIENT_BY_ID ? pending.fullActivityId() : pending.taskToken());
  }
}
