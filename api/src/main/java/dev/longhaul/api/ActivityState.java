package dev.longhaul.api;

/** Where an attempt is, from its receipt to its acknowledged end. */
public enum ActivityState {
  /** The work goes on, and heartbeats go out. */
  RUNNING,
  /** The work was asked to stop; heartbeats go on until it has an outcome. */
  STOPPING,
  /** The outcome is decided, and the server has not acknowledged it yet. */
  REPORTING,
  /** The manager has forgotten the attempt; nothing is sent any more. */
  ENDED
}
