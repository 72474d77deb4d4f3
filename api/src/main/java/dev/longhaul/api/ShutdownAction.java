package dev.longhaul.api;

/**
 * What becomes of an attempt that is still open at the end of the drain time at shutdown. The last
 * attempt is released in any case: its failure would end the activity.
 */
public enum ShutdownAction {
  /** {@link #FAIL} for the blocking and stage forms, {@link #RELEASE} for the external form. */
  BY_FORM,
  /** The work is stopped, and the attempt fails retryably, so that another process takes over. */
  FAIL,
  /** The attempt stays open on the server; whoever does the outside work may still complete it. */
  RELEASE
}
