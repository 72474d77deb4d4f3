package dev.longhaul.benchmarks.soak;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.benchmarks.soak.server.Job;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Where all work of a soak is begun, and waits for its time. Thread-safe. */
final class Desk implements AutoCloseable {
  private final Witness witness;
  private final int keptBytes;
  private final Leak leak = new Leak();
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

  /**
   * A desk with nothing on it.
   *
   * @param keptBytes what is kept of each attempt for no reason
   */
  Desk(Witness witness, int keptBytes) {
    this.witness = witness;
    this.keptBytes = keptBytes;
    timer.setRemoveOnCancelPolicy(true);
  }

  /** A handler has got an attempt. */
  void begin(Job job, ActivityContext context) {
    witness.started(job.number(), context.attempt());
    leak.keep(keptBytes);
  }

  /** Does this after so much time, unless that is not wanted any more. */
  void after(long millis, Runnable task, CompletableFuture<?> unwanted) {
    Future<?> waiting = timer.schedule(task, millis, TimeUnit.MILLISECONDS);
    var unused = unwanted.whenComplete((done, failure) -> waiting.cancel(false));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
