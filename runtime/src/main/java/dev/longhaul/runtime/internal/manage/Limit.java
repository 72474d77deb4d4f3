package dev.longhaul.runtime.internal.manage;

/** Which of the server's limits a call hit, by what has to slow down for it. */
public enum Limit {
  /** None, or one that concerns this call alone. */
  NONE,
  /** The workflow of the activity is busy: calls on its run. */
  RUN,
  /** A rate, or the server itself, is at its limit: all calls. */
  ALL
}
