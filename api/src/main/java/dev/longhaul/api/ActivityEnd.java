package dev.longhaul.api;

/** How a manager came to forget an attempt. */
public enum ActivityEnd {
  /** The server acknowledged its outcome. */
  REPORTED,
  /** The server refused its outcome for good, most often because it no longer waits for it. */
  REFUSED,
  /** Its outcome was not acknowledged as long as there was hope, or as long as the process ran. */
  GIVEN_UP,
  /** Somebody else ended the activity, as is normal for work outside of this process. */
  CLOSED_ELSEWHERE,
  /** The server no longer waits for the attempt: nothing was reported. */
  DROPPED,
  /** The process shut down and left the activity open on the server. */
  RELEASED
}
