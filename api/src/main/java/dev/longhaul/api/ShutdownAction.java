package dev.longhaul.api;

/** What becomes of an attempt that is still open at the end of the drain time at shutdown. */
public enum ShutdownAction {
  /** {@link #FAIL} for the blocking and stage forms, {@link #RELEASE} for the external form. */
  BY_FORM,
  /** The work is stopped, and the attempt fails retryably, so that another process takes over. */
  FAIL,
  /** The attempt stays open on the server; whoever does the outside work may still complete it. */
  RELEASE
}
