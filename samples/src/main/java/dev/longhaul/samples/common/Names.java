package dev.longhaul.samples.common;

import java.util.UUID;

/** Names for workflows and task queues. */
public final class Names {
  private static final int DIGITS = 8;

  private Names() {}

  /**
   * One that no other run has, so that several may use a server at once: two runs with the same
   * task queue would take each other's activities.
   */
  public static String unique(String prefix) {
    return prefix + "-" + UUID.randomUUID().toString().substring(0, DIGITS);
  }
}
