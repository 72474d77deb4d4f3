package dev.longhaul.api;

import java.time.Duration;

/**
 * Told of what happens to the activities of a manager; for metrics, logs and dashboards. Every
 * method does nothing unless it is overridden.
 *
 * <p>A listener is called on the callback executor, for one event after the other, in the order in
 * which they happened to each activity. One that throws is logged; one that cannot keep up loses
 * events, which is logged too, and delays nobody else.
 */
public interface ActivityListener {

  /** The manager looks after an attempt from now on. */
  default void received(ActivitySnapshot activity) {}

  /**
   * A heartbeat goes out.
   *
   * @param lateness since it was due; zero if it goes without having been due
   */
  default void heartbeatSent(ActivitySnapshot activity, Duration lateness) {}

  /** The server has a heartbeat. */
  default void heartbeatAcknowledged(ActivitySnapshot activity) {}

  /** A heartbeat failed, or its hook did; another one follows unless the attempt ends. */
  default void heartbeatFailed(ActivitySnapshot activity, Throwable why) {}

  /** The attempt was asked to stop. */
  default void stopRequested(ActivitySnapshot activity, StopRequest request) {}

  /** The activity was paused, or its pause is over, while its work goes on. */
  default void pauseChanged(ActivitySnapshot activity, PauseEvent event) {}

  /** The outcome of an attempt was decided and is on its way to the server. */
  default void outcomeDecided(ActivitySnapshot activity, OutcomeKind outcome) {}

  /** The manager has forgotten the attempt. */
  default void ended(ActivitySnapshot activity, ActivityEnd how) {}
}
