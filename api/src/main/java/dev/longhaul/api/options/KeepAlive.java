package dev.longhaul.api.options;

import java.time.Duration;

/**
 * Pings that find out that a connection is dead. Immutable.
 *
 * @param interval without traffic, after which a ping is sent
 * @param timeout how long the answer may take
 * @param whileIdle whether to ping while no call is open
 */
public record KeepAlive(Duration interval, Duration timeout, boolean whileIdle) {
  private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);

  /**
   * @throws IllegalArgumentException if the interval is below 10 s, or the timeout not positive
   */
  public KeepAlive {
    Checks.that(
        interval.compareTo(SHORTEST_INTERVAL) >= 0,
        "the keep-alive interval is "
            + interval
            + "; Temporal's servers close connections that ping more often than every 10 s");
    Checks.that(
        timeout.compareTo(Duration.ZERO) > 0,
        "the keep-alive timeout is " + timeout + "; it must be positive");
  }

  /** Every 30 s, 15 s for the answer, idle or not: as the official SDKs do. */
  public static KeepAlive defaults() {
    return new KeepAlive(Duration.ofSeconds(30), Duration.ofSeconds(15), true);
  }
}
