package dev.longhaul.benchmarks.soak.server;

import dev.longhaul.testing.ActivityOutcome;

/** A tally that goes on. Not thread-safe. */
final class Counts {
  long scheduled;
  long closed;
  long attempts;
  long timedOut;
  long heartbeats;
  long late;
  private long completed;
  private long failed;
  private long cancelled;

  /** An attempt has ended by an outcome. */
  void reported(ActivityOutcome how) {
    if (how instanceof ActivityOutcome.Completed) {
      completed++;
    } else if (how instanceof ActivityOutcome.Failed) {
      failed++;
    } else if (how instanceof ActivityOutcome.Cancelled) {
      cancelled++;
    }
  }

  Tally tally() {
    return new Tally(
        scheduled, closed, attempts, completed, failed, cancelled, timedOut, heartbeats, late);
  }
}
