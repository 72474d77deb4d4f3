package dev.longhaul.api;

/** An operator paused the activity, or ended the pause, while its work goes on. */
public enum PauseEvent {
  /** The activity is paused: no timeout fires, and the work may go on or wait. */
  PAUSED,
  /** The pause is over. */
  RESUMED
}
