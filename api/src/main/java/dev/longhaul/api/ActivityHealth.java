package dev.longhaul.api;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the activities of a manager do. Immutable.
 *
 * @param open activities that are managed
 * @param withoutHeartbeatTimeout those of them whose workflow set no heartbeat timeout: if this
 *     process dies, nobody notices before their other timeouts, and their heartbeats only ask for
 *     cancellations
 * @param heartbeatLateness the longest time that a heartbeat is due and not sent; zero if none is.
 *     One that waits for its hook does not count
 * @param oldestOutcome how long the server has not acknowledged an outcome since it was decided;
 *     the longest time, if there are several
 * @param oldest by activity type, the activity that is open the longest; the type is empty where it
 *     is unknown
 */
public record ActivityHealth(
    int open,
    int withoutHeartbeatTimeout,
    Duration heartbeatLateness,
    Optional<Duration> oldestOutcome,
    Map<String, Oldest> oldest) {

  /** Copies the map. */
  public ActivityHealth {
    oldest = Map.copyOf(oldest);
  }

  /**
   * An activity that is open.
   *
   * @param digest names it in logs
   * @param age since its attempt was received
   */
  public record Oldest(String digest, Duration age) {}
}
