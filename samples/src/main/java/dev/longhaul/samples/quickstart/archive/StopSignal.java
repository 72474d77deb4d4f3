package dev.longhaul.samples.quickstart.archive;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells a worker that its job was deleted. Thread-safe. */
final class StopSignal {
  private final CountDownLatch stopped = new CountDownLatch(1);

  void stop() {
    stopped.countDown();
  }

  /**
   * Waits, but not beyond a stop.
   *
   * @throws JobStoppedException if the job is to stop
   */
  void pause(Duration time) throws JobStoppedException {
    try {
      if (stopped.await(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS)) {
        throw new JobStoppedException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobStoppedException();
    }
  }

  /**
   * @throws JobStoppedException if the job is to stop
   */
  void check() throws JobStoppedException {
    pause(Duration.ZERO);
  }
}
