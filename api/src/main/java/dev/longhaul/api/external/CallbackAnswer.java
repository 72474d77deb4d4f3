package dev.longhaul.api.external;

/** What becomes of a callback, so that the service can be told whether to call again. */
public enum CallbackAnswer {
  /** The server has the outcome. Over HTTP: 204. */
  ACCEPTED,
  /**
   * The activity has an outcome already, or has timed out, was cancelled, or never was: the
   * callback came twice, or too late. To call again is in vain. Over HTTP: 410.
   */
  NOBODY_WAITS,
  /** The server could not be reached in time; the outcome is still wanted. Over HTTP: 503. */
  CALL_AGAIN
}
