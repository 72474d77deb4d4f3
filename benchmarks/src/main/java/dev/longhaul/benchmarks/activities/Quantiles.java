package dev.longhaul.benchmarks.activities;

import org.HdrHistogram.Histogram;

/**
 * How some times are spread, in nanoseconds; all zero if there are none. Immutable.
 *
 * @param count how many there are
 */
record Quantiles(long count, long p50, long p99, long max) {

  static Quantiles of(Histogram nanos) {
    return new Quantiles(
        nanos.getTotalCount(),
        nanos.getValueAtPercentile(50),
        nanos.getValueAtPercentile(99),
        nanos.getMaxValue());
  }
}
