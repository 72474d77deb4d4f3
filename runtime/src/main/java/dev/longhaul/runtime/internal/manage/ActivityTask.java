package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.Priority;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt handed to this process. Immutable.
 *
 * @param reference how it is reported
 * @param id its ids; null if only a token is known
 * @param activityType empty if unknown
 * @param attempt from 1; 0 if unknown
 * @param maximumAttempts 0 if unlimited or unknown
 * @param received when it was received
 * @param startToClose from receipt; null for none
 * @param scheduleToClose what was left of it at receipt; null for none
 * @param heartbeatTimeout zero for none; null if unknown, as it may be of a hand-off
 * @param headers undecoded
 * @param priority as the workflow gave it
 * @param input the encoded inputs; null for none
 * @param lastDetails the encoded heartbeat details that the server has; null for none
 */
public record ActivityTask(
    ActivityReference reference,
    @Nullable FullActivityId id,
    String activityType,
    int attempt,
    int maximumAttempts,
    Instant received,
    @Nullable Duration startToClose,
    @Nullable Duration scheduleToClose,
    @Nullable Duration heartbeatTimeout,
    Map<String, Payload> headers,
    Priority priority,
    @Nullable Bytes input,
    @Nullable Bytes lastDetails) {

  /** How long after its receipt the attempt times out, if it does. */
  public Optional<Duration> timeLimit() {
    if (startToClose == null || scheduleToClose == null) {
      return Optional.ofNullable(startToClose == null ? scheduleToClose : startToClose);
    }
    return Optional.of(
        startToClose.compareTo(scheduleToClose) < 0 ? startToClose : scheduleToClose);
  }

  /** The digest that names this attempt in logs. */
  public String digest() {
    return id == null ? reference.digest() : id.digest();
  }

  /** What the manager keeps: inputs and details may be large and are of no use to it. */
  ActivityTask withoutContent() {
    return new ActivityTask(
        reference,
        id,
        activityType,
        attempt,
        maximumAttempts,
        received,
        startToClose,
        scheduleToClose,
        heartbeatTimeout,
        headers,
        priority,
        null,
        null);
  }

  /** Digest, type and attempt; never token or content. */
  @Override
  public String toString() {
    return "activity " + digest() + " (" + activityType + ", attempt " + attempt + ")";
  }
}
