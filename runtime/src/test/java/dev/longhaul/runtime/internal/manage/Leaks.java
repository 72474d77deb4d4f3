package dev.longhaul.runtime.internal.manage;

/** Looks for what a manager keeps without need. */
public final class Leaks {
  private Leaks() {}

  public static int callsInFlight(ActivityManager manager) {
    return manager.gate().inFlight();
  }
}
