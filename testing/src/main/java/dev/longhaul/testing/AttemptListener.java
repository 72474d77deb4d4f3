package dev.longhaul.testing;

import com.google.protobuf.ByteString;

/**
 * Is told by the fake service what becomes of activities and their attempts, at the moment when it
 * takes effect and in the order of effects, whatever becomes of the answers. Every method does
 * nothing unless it is overridden.
 *
 * <p>It is called under the service's lock: it must be quick, and must not use the service.
 */
public interface AttemptListener {

  /** A poll is answered with this attempt; the answer may still get lost. */
  default void started(String activityId, int attempt, ByteString token) {}

  /** A heartbeat of the attempt was accepted. */
  default void heartbeat(String activityId, ByteString token) {}

  /**
   * A running attempt has ended: by an outcome that was accepted, a timeout or the end of its
   * workflow. One that is followed by another attempt has the retry state {@code IN_PROGRESS}.
   */
  default void ended(String activityId, ByteString token, ActivityOutcome how) {}

  /** An activity was closed, after its running attempt has ended, if there was one. */
  default void closed(String activityId, ActivityOutcome how) {}

  /**
   * A heartbeat or an outcome was refused.
   *
   * @param activityId of a call by ids; otherwise empty
   * @param token of a call by token; otherwise empty
   */
  default void refused(Rpc rpc, String activityId, ByteString token) {}
}
