package dev.longhaul.samples.quickstart.story;

/** What has just changed about an activity. */
public enum Change {
  ATTEMPT_STARTED,
  HEARTBEAT,
  /** An attempt ended, and another one follows. */
  ATTEMPT_FAILED,
  CANCELLATION_REQUESTED,
  CLOSED
}
