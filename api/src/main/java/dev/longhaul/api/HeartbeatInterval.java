package dev.longhaul.api;

import java.time.Duration;

/**
 * How often an activity is heartbeated. Immutable and thread-safe.
 *
 * <p>Its text form is {@code auto}, {@code none} or a duration.
 */
public sealed interface HeartbeatInterval {

  /** Half the heartbeat timeout, at most 30 s; 60 s where there is no heartbeat timeout. */
  record Auto() implements HeartbeatInterval {
    @Override
    public String toString() {
      return "auto";
    }
  }

  /** Never: something outside beats, or another timeout bounds the activity. */
  record None() implements HeartbeatInterval {
    @Override
    public String toString() {
      return "none";
    }
  }

  /** At this interval, or at 0.8 of the heartbeat timeout if that is shorter. */
  record Every(Duration interval) implements HeartbeatInterval {
    /**
     * @throws IllegalArgumentException unless it is positive
     */
    public Every {
      if (interval.isZero() || interval.isNegative()) {
        throw new IllegalArgumentException(
            "a heartbeat interval is positive, this one is " + interval + "; for never, say none");
      }
    }

    @Override
    public String toString() {
      return Durations.format(interval);
    }
  }

  /** {@link Auto}. */
  static HeartbeatInterval auto() {
    return new Auto();
  }

  /** {@link None}. */
  static HeartbeatInterval none() {
    return new None();
  }

  /** {@link Every}. */
  static HeartbeatInterval every(Duration interval) {
    return new Every(interval);
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none of the three
   */
  static HeartbeatInterval parse(String text) {
    return switch (text) {
      case "auto" -> auto();
      case "none" -> none();
      default -> every(Durations.parse(text));
    };
  }
}
