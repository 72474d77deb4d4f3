package dev.longhaul.simulation;

import org.jspecify.annotations.Nullable;

/** Keeps the first breach of a rule, which ends the simulation. */
final class Rules {

  /**
   * @param activity whose rule it is; null if it is everybody's
   * @param what happened
   */
  record Breach(Rule rule, @Nullable String activity, String what) {}

  private @Nullable Breach first;

  @Nullable Breach breach() {
    return first;
  }

  void broken(Rule rule, Object about, String what) {
    if (first == null) {
      String activity = about instanceof Entry e ? e.start.activity.id.activityId() : null;
      first = new Breach(rule, activity, about + ": " + what);
    }
  }

  void require(boolean held, Rule rule, Object about, String whatElse) {
    if (!held) {
      broken(rule, about, whatElse);
    }
  }
}
