package dev.longhaul.runtime.internal.time;

import java.time.Duration;

/** Durations as nanoseconds. */
public final class Nanos {
  /** A time that never comes: 292 years. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final Duration LONGEST = Duration.ofNanos(NEVER);

  private Nanos() {}

  /** The duration's nanoseconds; {@link #NEVER} if they do not fit. */
  public static long of(Duration duration) {
    return duration.compareTo(LONGEST) < 0 ? duration.toNanos() : NEVER;
  }

  /** The sum of two that are not negative; {@link #NEVER} if it does not fit. */
  public static long sum(long one, long other) {
    return one > NEVER - other ? NEVER : one + other;
  }
}
