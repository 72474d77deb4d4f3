package dev.longhaul.benchmarks.soak.proxy;

import java.time.Duration;
import java.util.Locale;

/**
 * Something that goes wrong between worker and server. Immutable.
 *
 * @param start since the beginning of the schedule
 * @param length how long it lasts
 * @param delay of whatever passes; zero but for {@link Kind#DELAY}
 */
public record Fault(Kind kind, Duration start, Duration length, Duration delay) {

  /** What goes wrong. */
  public enum Kind {
    /** Everything arrives late, in both directions. */
    DELAY,
    /** All connections are reset, and new ones as long as it lasts. */
    CUT,
    /**
     * Nothing arrives, and nobody is told so; at the end the connections of that time are reset.
     */
    BLACK_HOLE
  }

  /** When it is over. */
  public Duration end() {
    return start.plus(length);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%6.1f s: %s for %.1f s%s",
        start.toMillis() / 1e3,
        kind,
        length.toMillis() / 1e3,
        delay.isZero() ? "" : " by " + delay.toMillis() + " ms each way");
  }
}
