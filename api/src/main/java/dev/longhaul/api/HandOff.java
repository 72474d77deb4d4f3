package dev.longhaul.api;

import dev.longhaul.api.payload.Payload;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity task that this process did not poll, handed to its manager: what a manager must know
 * to look after it. Immutable and thread-safe.
 *
 * @param reference how it is reported
 * @param id its ids, run included; null if only a token is known
 * @param activityType its type, for logs; empty if unknown
 * @param attempt the attempt, from 1; 0 if unknown
 * @param heartbeatTimeout what the workflow set; zero for none
 * @param lastHeartbeatDetails what the server has; sent again with each heartbeat until newer ones
 *     are recorded, since a heartbeat without details erases them
 */
public record HandOff(
    ActivityReference reference,
    @Nullable FullActivityId id,
    String activityType,
    int attempt,
    Duration heartbeatTimeout,
    List<Payload> lastHeartbeatDetails) {

  /**
   * @throws IllegalArgumentException if the attempt or the timeout is negative
   */
  public HandOff {
    lastHeartbeatDetails = List.copyOf(lastHeartbeatDetails);
    if (attempt < 0 || heartbeatTimeout.isNegative()) {
      throw new IllegalArgumentException(
          "attempt ("
              + attempt
              + ") and heartbeatTimeout ("
              + heartbeatTimeout
              + ") are not"
              + " negative; leave out what is unknown");
    }
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
    return new HandOff(reference, id, "", 0, Duration.ZERO, details);
  }

  /** With these ids. */
  public HandOff id(FullActivityId newId) {
    return new HandOff(
        reference, newId, activityType, attempt, heartbeatTimeout, lastHeartbeatDetails);
  }

  /** Of this type and attempt. */
  public HandOff activityType(String newType, int newAttempt) {
    return new HandOff(reference, id, newType, newAttempt, heartbeatTimeout, lastHeartbeatDetails);
  }

  /** With this heartbeat timeout, by which the interval is chosen. */
  public HandOff heartbeatTimeout(Duration newTimeout) {
    return new HandOff(reference, id, activityType, attempt, newTimeout, lastHeartbeatDetails);
  }

  /** Digest, type and attempt; never token or details. */
  @Override
  public String toString() {
    return "HandOff[" + reference.digest() + ", " + activityType + ", attempt " + attempt + "]";
  }
}
