package dev.longhaul.api;

/** Which time was over. */
public enum TimeoutType {
  /** Not told, or one that this version does not know. */
  UNSPECIFIED,
  /** That of one attempt. */
  START_TO_CLOSE,
  /** That until an attempt is started. */
  SCHEDULE_TO_START,
  /** That of all attempts together. */
  SCHEDULE_TO_CLOSE,
  /** That until the next heartbeat. */
  HEARTBEAT
}
