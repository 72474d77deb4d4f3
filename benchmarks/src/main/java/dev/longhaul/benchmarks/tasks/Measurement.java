package dev.longhaul.benchmarks.tasks;

import dev.longhaul.benchmarks.measure.Usage;

/**
 * What one turn of a worker measured. Immutable.
 *
 * @param tasks that got their outcome in the measured time
 * @param usage what this process used in it
 * @param threads that the worker has, those of its connection included
 * @param serverCpuNanos processor time of the server in it
 */
record Measurement(Subject subject, long tasks, Usage usage, int threads, long serverCpuNanos) {

  /** Tasks per second. */
  double rate() {
    return tasks * 1e9 / usage.nanos();
  }

  /** Processor time of this process per task, in microseconds. */
  double cpuMicrosPerTask() {
    return usage.cpuNanos() / 1e3 / tasks;
  }

  /** Heap allocated per task. */
  double bytesPerTask() {
    return (double) usage.allocatedBytes() / tasks;
  }

  /** Processor time of the server per task, in microseconds. */
  double serverMicrosPerTask() {
    return serverCpuNanos / 1e3 / tasks;
  }
}
