package dev.longhaul.api;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * From when on something counts as wrong. Immutable; each method that sets something returns a
 * changed copy.
 *
 * @param outage how long there may be no connection to the server, or the polls of a queue may fail
 * @param heartbeatLateness how late a heartbeat may be
 * @param unacknowledged how long the server may not have acknowledged an outcome
 * @param stuck how long a heartbeat may be late, or a queue may be quiet that is not at its limit,
 *     although the server answers: beyond that this process does not recover by itself
 * @param oldest by activity type, how long an activity may be open; types that are not named have
 *     no such limit
 */
public record HealthThresholds(
    Duration outage,
    Duration heartbeatLateness,
    Duration unacknowledged,
    Duration stuck,
    Map<String, Duration> oldest) {

  /**
   * @throws IllegalArgumentException if a duration is negative
   */
  public HealthThresholds {
    check("outage", outage);
    check("heartbeatLateness", heartbeatLateness);
    check("unacknowledged", unacknowledged);
    check("stuck", stuck);
    oldest = Map.copyOf(oldest);
    oldest.forEach((type, duration) -> check("oldest " + type, duration));
  }

  /**
   * An outage of 1 min, heartbeats 30 s late, outcomes that are 2 min old, stuck for 5 min, any age
   * of activities.
   */
  public static HealthThresholds defaults() {
    return new HealthThresholds(
        Duration.ofMinutes(1),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        Map.of());
  }

  /** See {@link #outage}. */
  public HealthThresholds outage(Duration value) {
    return new HealthThresholds(value, heartbeatLateness, unacknowledged, stuck, oldest);
  }

  /** See {@link #heartbeatLateness}. */
  public HealthThresholds heartbeatLateness(Duration value) {
    return new HealthThresholds(outage, value, unacknowledged, stuck, oldest);
  }

  /** See {@link #unacknowledged}. */
  public HealthThresholds unacknowledged(Duration value) {
    return new HealthThresholds(outage, heartbeatLateness, value, stuck, oldest);
  }

  /** See {@link #stuck}. */
  public HealthThresholds stuck(Duration value) {
    return new HealthThresholds(outage, heartbeatLateness, unacknowledged, value, oldest);
  }

  /** How long an activity of this type may be open: longer, and most likely it hangs. */
  public HealthThresholds oldest(String activityType, Duration value) {
    Map<String, Duration> changed = new HashMap<>(oldest);
    changed.put(activityType, value);
    return new HealthThresholds(outage, heartbeatLateness, unacknowledged, stuck, changed);
  }

  private static void check(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " is " + value + "; it must not be negative");
    }
  }
}
