package dev.longhaul.api.options;

import java.time.Duration;

/**
 * How a client's calls on activities are tried again when the server is busy or out of reach. What
 * this process manages is not meant: its outcomes are tried until its own deadline. Immutable;
 * {@code RetryOptions.defaults().toBuilder()} is the way to a changed one.
 *
 * @param initialInterval the wait after the first failure
 * @param busyInterval the same, if the server said that it is busy
 * @param factor by which each further wait grows, at least 1
 * @param maximumInterval the longest wait
 * @param jitter the share by which a wait may be longer or shorter, from 0 to 1
 * @param callTimeout the time for each try
 * @param totalTimeout the time for a call with all its tries; there is always one
 */
public record RetryOptions(
    Duration initialInterval,
    Duration busyInterval,
    double factor,
    Duration maximumInterval,
    double jitter,
    Duration callTimeout,
    Duration totalTimeout) {

  private static final Duration LONGEST = Duration.ofDays(365);

  private static final RetryOptions DEFAULTS =
      new RetryOptions(
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          1.7,
          Duration.ofSeconds(5),
          0.2,
          Duration.ofSeconds(10),
          Duration.ofSeconds(60));

  /**
   * @throws IllegalArgumentException if a duration is not positive or above 365 days, the factor is
   *     below 1, or the jitter is not from 0 to 1
   */
  public RetryOptions {
    check("initialInterval", initialInterval);
    check("busyInterval", busyInterval);
    check("maximumInterval", maximumInterval);
    check("callTimeout", callTimeout);
    check("totalTimeout", totalTimeout);
    if (!(factor >= 1)) {
      throw new IllegalArgumentException(
          "factor is " + factor + "; it must be at least 1, or waits would shrink");
    }
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException("jitter is " + jitter + "; it must be from 0 to 1");
    }
  }

  /**
   * What the official SDKs do: 100 ms × 1.7, or from 1 s if the server is busy, at most 5 s, ± 20
   * %; 10 s for a try, 60 s in all.
   */
  public static RetryOptions defaults() {
    return DEFAULTS;
  }

  /** A builder that starts from these options. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  private static void check(String name, Duration value) {
    if (value.isZero() || value.isNegative() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " is " + value + "; it must be positive, and at most 365 days");
    }
  }

  /** Changes some options. Not thread-safe. */
  public static final class Builder {
    private Duration initialInterval;
    private Duration busyInterval;
    private double factor;
    private Duration maximumInterval;
    private double jitter;
    private Duration callTimeout;
    private Duration totalTimeout;

    private Builder(RetryOptions from) {
      initialInterval = from.initialInterval;
      busyInterval = from.busyInterval;
      factor = from.factor;
      maximumInterval = from.maximumInterval;
      jitter = from.jitter;
      callTimeout = from.callTimeout;
      totalTimeout = from.totalTimeout;
    }

    public Builder initialInterval(Duration value) {
      initialInterval = value;
      return this;
    }

    public Builder busyInterval(Duration value) {
      busyInterval = value;
      return this;
    }

    public Builder factor(double value) {
      factor = value;
      return this;
    }

    public Builder maximumInterval(Duration value) {
      maximumInterval = value;
      return this;
    }

    public Builder jitter(double value) {
      jitter = value;
      return this;
    }

    public Builder callTimeout(Duration value) {
      callTimeout = value;
      return this;
    }

    public Builder totalTimeout(Duration value) {
      totalTimeout = value;
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException as the record's constructor
     */
    public RetryOptions build() {
      return new RetryOptions(
          initialInterval,
          busyInterval,
          factor,
          maximumInterval,
          jitter,
          callTimeout,
          totalTimeout);
    }
  }
}
