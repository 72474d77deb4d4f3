package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.runtime.internal.time.Nanos;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * When an attempt is heartbeated. Immutable.
 *
 * @param intervalNanos the longest time between two heartbeats; 0 for never
 * @param clamped whether the heartbeat timeout made it shorter than declared
 */
public record HeartbeatPlan(long intervalNanos, boolean clamped) {
  /** No heartbeat at all. */
  public static final HeartbeatPlan NONE = new HeartbeatPlan(0, false);

  private static final double SHARE_OF_TIMEOUT = 0.8;
  private static final double AUTO_SHARE_OF_TIMEOUT = 0.5;
  private static final long AUTO_MAX_NANOS = Duration.ofSeconds(30).toNanos();

  // Without a heartbeat timeout a heartbeat still learns of a cancellation.
  private static final long AUTO_PROBE_NANOS = Duration.ofSeconds(60).toNanos();
  private static final double JITTER = 0.1;

  /** The plan for a declared interval and the timeout that the server announced, zero for none. */
  public static HeartbeatPlan of(HeartbeatInterval declared, Duration timeout) {
    long timeoutNanos = Nanos.of(timeout);
    if (declared instanceof HeartbeatInterval.Every every) {
      return declared(Nanos.of(every.interval()), timeoutNanos);
    }
    return declared instanceof HeartbeatInterval.None
        ? NONE
        : new HeartbeatPlan(auto(timeoutNanos), false);
  }

  private static HeartbeatPlan declared(long interval, long timeout) {
    long longest = (long) (timeout * SHARE_OF_TIMEOUT);
    boolean clamp = timeout > 0 && interval > longest;
    return new HeartbeatPlan(clamp ? longest : interval, clamp);
  }

  private static long auto(long timeout) {
    return timeout == 0
        ? AUTO_PROBE_NANOS
        : Math.min((long) (timeout * AUTO_SHARE_OF_TIMEOUT), AUTO_MAX_NANOS);
  }

  /** Whether there is no heartbeat at all. */
  public boolean never() {
    return intervalNanos == 0;
  }

  // Spread over the interval, so that tasks received together do not beat together.
  long firstDelay(DoubleSupplier random) {
    return (long) (intervalNanos * random.getAsDouble());
  }

  long nextDelay(DoubleSupplier random) {
    return (long) (intervalNanos * (1 - JITTER * random.getAsDouble()));
  }

  long shortestDelay() {
    return (long) (intervalNanos * (1 - JITTER));
  }
}
