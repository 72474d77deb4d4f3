package dev.longhaul.benchmarks.tasks;

import dev.longhaul.benchmarks.measure.Usage;
import dev.longhaul.benchmarks.server.Dealt;
import dev.longhaul.benchmarks.server.Served;
import dev.longhaul.benchmarks.server.ServerProcess;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One turn of a worker: it starts, gets as many tasks as it asks for, and ends. Immutable.
 *
 * @param ramp until threads have started and queues have filled, and those of the worker before
 *     have ended; not measured
 * @param otherThreads how many this process has without any worker
 */
record Turn(Duration ramp, Duration measured, int otherThreads) {
  private static final Duration SETTLING = Duration.ofSeconds(30);

  /**
   * Takes it.
   *
   * @throws IllegalStateException if a task did not get exactly one outcome, a completion
   */
  Measurement take(ServerProcess server, Subject subject) throws InterruptedException {
    Worker worker = subject.starter().start(server.target());
    try {
      server.deal();
      Measurement measurement = measure(server, subject);
      check(subject, server.settle(SETTLING));
      return measurement;
    } finally {
      worker.close();
    }
  }

  private Measurement measure(ServerProcess server, Subject subject) throws InterruptedException {
    pause(ramp);
    Usage.Start start = Usage.start();
    Dealt before = server.dealt();
    Served servedBefore = server.served();
    pause(measured);
    Dealt after = server.dealt();
    Usage usage = Usage.since(start);
    Served served = server.served().since(servedBefore);
    long tasks = after.completed() - before.completed();
    if (tasks == 0) {
      throw new IllegalStateException(subject + " has completed no task in " + measured);
    }
    return new Measurement(subject, tasks, usage, threads() - otherThreads, served.cpuNanos());
  }

  static void check(Subject subject, Dealt dealt) {
    if (dealt.open() != 0 || dealt.failed() != 0 || dealt.unexpected() != 0) {
      throw new IllegalStateException(
          subject
              + ": of "
              + dealt.tasks()
              + " tasks "
              + dealt.open()
              + " have no outcome, "
              + dealt.failed()
              + " failed, and "
              + dealt.unexpected()
              + " outcomes were of tasks that were not open; each is to be completed once");
    }
  }

  /** How many threads this process has. */
  static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static void pause(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }
}
