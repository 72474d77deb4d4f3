package dev.longhaul.benchmarks.soak.server;

/** How an activity is to end. */
public enum Ending {
  /** With a value. */
  VALUE,
  /** Its first attempt fails, a later one ends with a value. */
  FLAKY,
  /** It fails for good. */
  REFUSED,
  /** Its workflow cancels it before its work is done. */
  CANCELLED
}
