package dev.longhaul.api;

/**
 * What a pause of the activity does to an attempt that is running. The last attempt goes on in any
 * case: the failure that stops it would end the activity.
 */
public enum PauseAction {
  /** {@link #STOP} for the blocking and stage forms, {@link #CONTINUE} for the external form. */
  BY_FORM,
  /** The work is stopped, and the attempt fails retryably; it starts again after the pause. */
  STOP,
  /** The work goes on and is told; its outcome counts as always. */
  CONTINUE
}
