package dev.longhaul.testing.junit5;

import dev.longhaul.api.Durations;
import java.time.Duration;

/**
 * Something that happened in the run of a handler. Immutable.
 *
 * @param at since the start of the run, by its clock
 * @param what more about it: the kind of a stop request or of an outcome; may be empty
 */
public record HandlerEvent(Duration at, Kind kind, String what) {

  /** What may happen. */
  public enum Kind {
    /** The start method was called. */
    START_CALLED,
    /** The start method returned: a blocking one has ended, the others have begun their work. */
    START_RETURNED,
    /** The start method threw. */
    START_THREW,
    /** The heartbeat hook was called. */
    HEARTBEAT_HOOK,
    /** A heartbeat went out. */
    HEARTBEAT_SENT,
    /** A heartbeat or its hook failed; another one follows. */
    HEARTBEAT_FAILED,
    /** The attempt was asked to stop. */
    STOP_REQUESTED,
    /** The activity was paused or resumed while its work goes on. */
    PAUSE_CHANGED,
    /** The cancel hook was called. */
    CANCEL_HOOK,
    /** The outcome was decided and is reported. */
    OUTCOME_DECIDED,
    /** The runtime has forgotten the attempt. */
    ENDED
  }

  @Override
  public String toString() {
    return Durations.format(at) + " " + kind + (what.isEmpty() ? "" : " " + what);
  }
}
