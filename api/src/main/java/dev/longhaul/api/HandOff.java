package dev.longhaul.api;

import dev.longhaul.api.payload.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity task that this process did not poll, handed to its manager: what a manager must know
 * to look after it. Immutable and thread-safe; each method that sets something returns a changed
 * copy.
 *
 * <p>It has a text form to travel in, which has the task token and the details in it: a secret.
 *
 * @param reference how it is reported
 * @param id its ids, run included; null if only a token is known
 * @param activityType its type, for logs; empty if unknown
 * @param attempt the attempt, from 1; 0 if unknown
 * @param maximumAttempts how many there may be; 0 if unlimited or unknown
 * @param received when its attempt was received from the server; null for the time of the hand-over
 * @param startToClose how long after its receipt the attempt times out; null if unknown
 * @param scheduleToClose how long after its receipt the activity times out; null if unknown
 * @param heartbeatTimeout what the workflow set; zero for none, null if unknown
 * @param lastHeartbeatDetails what the server has; sent again with each heartbeat until newer ones
 *     are recorded, since a heartbeat without details erases them
 */
public record HandOff(
    ActivityReference reference,
    @Nullable FullActivityId id,
    String activityType,
    int attempt,
    int maximumAttempts,
    @Nullable Instant received,
    @Nullable Duration startToClose,
    @Nullable Duration scheduleToClose,
    @Nullable Duration heartbeatTimeout,
    List<Payload> lastHeartbeatDetails) {

  /**
   * @throws IllegalArgumentException if a number or a duration is negative
   */
  public HandOff {
    lastHeartbeatDetails = List.copyOf(lastHeartbeatDetails);
    requireNotNegative("attempt", attempt < 0, attempt);
    requireNotNegative("maximumAttempts", maximumAttempts < 0, maximumAttempts);
    requireNotNegative("startToClose", startToClose);
    requireNotNegative("scheduleToClose", scheduleToClose);
    requireNotNegative("heartbeatTimeout", heartbeatTimeout);
  }

  /**
   * A task of which only the reference is known, and whose stored details may be erased by the
   * first heartbeat; add what else is known.
   */
  public static HandOff eraseDetails(ActivityReference reference) {
    return withDetails(reference, List.of());
  }

  /** A task of which the reference and the stored heartbeat details are known. */
  public static HandOff withDetails(ActivityReference reference, List<Payload> details) {
    FullActivityId id = reference instanceof FullActivityId full ? full : null;
    return new HandOff(reference, id, "", 0, 0, null, null, null, null, details);
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none, is incomplete or of a newer version
   */
  public static HandOff parse(String text) {
    return HandOffText.parse(text);
  }

  /** The text form: letters, digits, {@code -}, {@code _} and a dot. A secret. */
  public String toText() {
    return HandOffText.of(this);
  }

  /** With these ids. */
  public HandOff id(FullActivityId newId) {
    return new HandOff(
        reference,
        newId,
        activityType,
        attempt,
        maximumAttempts,
        received,
        startToClose,
        scheduleToClose,
        heartbeatTimeout,
        lastHeartbeatDetails);
  }

  /** Of this type. */
  public HandOff activityType(String newType) {
    return new HandOff(
        reference,
        id,
        newType,
        attempt,
        maximumAttempts,
        received,
        startToClose,
        scheduleToClose,
        heartbeatTimeout,
        lastHeartbeatDetails);
  }

  /** With this attempt, from 1. */
  public HandOff attempt(int number) {
    return new HandOff(
        reference,
        id,
        activityType,
        number,
        maximumAttempts,
        received,
        startToClose,
        scheduleToClose,
        heartbeatTimeout,
        lastHeartbeatDetails);
  }

  /** With at most so many attempts: the last one is never failed for a pause or a shutdown. */
  public HandOff maximumAttempts(int limit) {
    return new HandOff(
        reference,
        id,
        activityType,
        attempt,
        limit,
        received,
        startToClose,
        scheduleToClose,
        heartbeatTimeout,
        lastHeartbeatDetails);
  }

  /**
   * With its time: when the attempt was received, and how long after that it, and the activity,
   * time out, as far as it is known.
   */
  public HandOff times(
      Instant receipt, @Nullable Duration newStartToClose, @Nullable Duration newScheduleToClose) {
    return new HandOff(
        reference,
        id,
        activityType,
        attempt,
        maximumAttempts,
        receipt,
        newStartToClose,
        newScheduleToClose,
        heartbeatTimeout,
        lastHeartbeatDetails);
  }

  /** With this heartbeat timeout, zero for none, by which the interval is chosen. */
  public HandOff heartbeatTimeout(Duration newTimeout) {
    return new HandOff(
        reference,
        id,
        activityType,
        attempt,
        maximumAttempts,
        received,
        startToClose,
        scheduleToClose,
        newTimeout,
        lastHeartbeatDetails);
  }

  private static void requireNotNegative(String name, @Nullable Duration value) {
    requireNotNegative(name, value != null && value.isNegative(), value);
  }

  private static void requireNotNegative(String name, boolean negative, @Nullable Object value) {
    if (negative) {
      throw new IllegalArgumentException(
          name + " is " + value + ", but cannot be negative; leave out what is unknown");
    }
  }

  /** Digest, type and attempt; never token or details. */
  @Override
  public String toString() {
    return "HandOff[" + reference.digest() + ", " + activityType + ", attempt " + attempt + "]";
  }
}
