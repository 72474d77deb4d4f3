package dev.longhaul.api;

/** Where an attempt is, from its receipt to its acknowledged end. */
public enum ActivityState {
  /** The work goes on, and heartbeats go out; also while the activity is paused on the server. */
  RUNNING,
  /** A stop request that ends the attempt was delivered; the work may still have a result. */
  STOPPING,
  /** The outcome is decided, and the server has not acknowledged it yet. */
  REPORTING,
  /** This process lets go of it: one last heartbeat is on its way. */
  RELEASING,
  /** The manager has forgotten the attempt; nothing is sent any more. */
  ENDED
}
