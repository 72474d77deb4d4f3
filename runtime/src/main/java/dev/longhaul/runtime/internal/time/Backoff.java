package dev.longhaul.runtime.internal.time;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next try: exponential, capped, with jitter. Immutable.
 *
 * @param initial the wait after the first failure
 * @param factor by which each further wait grows
 * @param max the longest wait
 * @param jitter the share by which a wait may be longer or shorter, from 0 to 1
 */
public record Backoff(Duration initial, double factor, Duration max, double jitter) {

  /** What the official SDKs use for calls: 100 ms × 1.7, at most 5 s, ± 20 %. */
  public static final Backoff CALLS =
      new Backoff(Duration.ofMillis(100), 1.7, Duration.ofSeconds(5), 0.2);

  /** What the official SDKs use for polls: 200 ms × 2, at most 10 s, ± 20 %. */
  public static final Backoff POLLS =
      new Backoff(Duration.ofMillis(200), 2, Duration.ofSeconds(10), 0.2);

  /** For a server that is at a limit: 1 s × 1.7, at most 10 s, ± 20 %. */
  public static final Backoff LIMITS =
      new Backoff(Duration.ofSeconds(1), 1.7, Duration.ofSeconds(10), 0.2);

  /**
   * The wait in nanoseconds.
   *
   * @param failures how many tries have failed in a row, from 1
   * @param random from 0 (inclusive) to 1
   */
  public long nanosAfter(int failures, DoubleSupplier random) {
    double grown = (double) initial.toNanos() * Math.pow(factor, failures - 1.0);
    double capped = Math.min(grown, (double) max.toNanos());
    return (long) (capped * (1 + jitter * (2 * random.getAsDouble() - 1)));
  }
}
