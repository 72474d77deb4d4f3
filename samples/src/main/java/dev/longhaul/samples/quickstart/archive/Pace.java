package dev.longhaul.samples.quickstart.archive;

import java.time.Duration;

/**
 * Spreads a job over a least time, so that a small folder also takes as long as it would in a slow
 * batch system. Compressing goes at full speed; after each file the worker waits until its share of
 * the time has passed.
 */
final class Pace {
  private final Duration leastTime;
  private final long start = System.nanoTime();

  Pace(Duration leastTime) {
    this.leastTime = leastTime;
  }

  /**
   * Waits until the share of the time has passed.
   *
   * @throws JobStoppedException if the job is to stop
   */
  void await(int filesDone, int filesTotal, StopSignal stop) throws JobStoppedException {
    Duration due = leastTime.multipliedBy(filesDone).dividedBy(filesTotal);
    stop.pause(due.minusNanos(System.nanoTime() - start));
  }
}
