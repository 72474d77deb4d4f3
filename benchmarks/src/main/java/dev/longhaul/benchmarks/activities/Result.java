package dev.longhaul.benchmarks.activities;

import dev.longhaul.benchmarks.measure.Usage;
import dev.longhaul.benchmarks.server.Watched;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What one run measured. Immutable.
 *
 * @param interval of the heartbeats
 * @param timeout of the heartbeats
 * @param lateness of the measured time
 * @param usage of this process in the measured time
 * @param arrived heartbeats at the server in the measured time
 * @param threads of this process at its end
 * @param residentBytes of this process at its end, where that is known
 * @param usedHeap when garbage was collected after it
 * @param emptyHeap before there was any activity, but for the tokens
 * @param completing how long it took to complete all
 * @param watched what the server saw of all activities from their receipt to their completion
 */
record Result(
    int activities,
    Duration interval,
    Duration timeout,
    Lateness lateness,
    Usage usage,
    long arrived,
    int threads,
    OptionalLong residentBytes,
    long usedHeap,
    long emptyHeap,
    Duration completing,
    Watched watched) {

  /** Heap for each activity, its token not included. */
  long heapPerActivity() {
    return (usedHeap - emptyHeap) / activities;
  }

  /** Processor time of this process as a share of one core. */
  double coreShare() {
    return (double) usage.cpuNanos() / usage.nanos();
  }
}
