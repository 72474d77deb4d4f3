package dev.longhaul.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a manager knew of one attempt at one moment. Immutable. Times are by the local clock.
 *
 * @param taken the moment
 * @param digest of the ids, or of the token where the ids are unknown
 * @param activityType the type; empty if unknown
 * @param id the ids, if known
 * @param attempt the attempt, from 1; 0 if unknown
 * @param state where it is
 * @param paused whether the server said that the activity is paused
 * @param started when the attempt was received
 * @param lastSent when the last heartbeat was sent, if one was
 * @param lastAcknowledged when the last heartbeat was acknowledged, if one was
 * @param nextDue when the next heartbeat is due, if one is; in the past if it is late
 * @param lastDetails the last heartbeat details, if there are any
 * @param stopRequest the highest stop request so far
 */
public record ActivitySnapshot(
    Instant taken,
    String digest,
    String activityType,
    Optional<FullActivityId> id,
    int attempt,
    ActivityState state,
    boolean paused,
    Instant started,
    Optional<Instant> lastSent,
    Optional<Instant> lastAcknowledged,
    Optional<Instant> nextDue,
    Optional<Details> lastDetails,
    Optional<StopRequest> stopRequest) {

  /**
   * Heartbeat details, told by their size alone.
   *
   * @param bytes how many they are, encoded
   * @param recorded when they were recorded, or came with the task
   */
  public record Details(int bytes, Instant recorded) {}

  /** How long ago the attempt was received. */
  public Duration age() {
    return Duration.between(started, taken);
  }
}
