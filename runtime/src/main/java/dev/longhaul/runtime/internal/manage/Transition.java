package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityState;
import java.util.Set;

/**
 * Every way from one state of an attempt to another; {@code docs/attempt-states.md} draws them, and
 * a test holds the picture to this table.
 */
enum Transition {
  /** A stop request that ends the attempt was delivered. */
  STOP(ActivityState.STOPPING, ActivityState.RUNNING),

  /**
   * An outcome was decided; also while the process lets go of the attempt, if it is not too late.
   */
  DECIDE(
      ActivityState.REPORTING,
      ActivityState.RUNNING,
      ActivityState.STOPPING,
      ActivityState.RELEASING),

  /** The server answered the report for good, or there is no hope that it will. */
  SETTLE(ActivityState.ENDED, ActivityState.REPORTING),

  /** Nobody waits for an outcome: closed elsewhere, timed out, gone, or given up. */
  DROP(ActivityState.ENDED, ActivityState.RUNNING, ActivityState.STOPPING),

  /** The process shuts down and leaves the attempt open on the server. */
  RELEASE(ActivityState.RELEASING, ActivityState.RUNNING),

  /** The last heartbeat of a released attempt was answered, or none was needed. */
  LEAVE(ActivityState.ENDED, ActivityState.RELEASING);

  private final ActivityState to;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, which its type does not say
  private final Set<ActivityState> from;

  Transition(ActivityState to, ActivityState... from) {
    this.to = to;
    this.from = Set.of(from);
  }

  ActivityState to() {
    return to;
  }

  boolean isFrom(ActivityState state) {
    return from.contains(state);
  }
}
