package dev.longhaul.benchmarks.measure;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What one phase measured. Immutable.
 *
 * @param calls calls that were answered in the measured time
 * @param usage what this process used in it
 * @param p50 the median time from call to answer
 * @param p99 what 99 of 100 calls stayed below
 */
public record Sample(long calls, Usage usage, Duration p50, Duration p99) {

  static Sample of(Histogram latencies, Usage usage) {
    return new Sample(
        latencies.getTotalCount(),
        usage,
        Duration.ofNanos(latencies.getValueAtPercentile(50)),
        Duration.ofNanos(latencies.getValueAtPercentile(99)));
  }

  /** Calls per second. */
  public double rate() {
    return calls * 1e9 / usage.nanos();
  }

  /** Processor time of this process per call, in microseconds. */
  public double cpuMicrosPerCall() {
    return usage.cpuNanos() / 1e3 / calls;
  }

  /** Heap allocated per call. */
  public double bytesPerCall() {
    return (double) usage.allocatedBytes() / calls;
  }
}
