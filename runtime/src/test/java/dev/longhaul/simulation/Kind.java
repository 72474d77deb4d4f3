package dev.longhaul.simulation;

import java.util.ArrayList;
import java.util.List;

/** A kind of activity: how its work is done, and what its handler declares. */
record Kind(
    Form form,
    boolean heartbeatHook,
    boolean cancelHook,
    boolean beats,
    boolean stopsOnPause,
    boolean failsOnShutdown) {

  enum Form {
    BLOCKING,
    STAGE,
    EXTERNAL,
    /** Handed to the manager by its token. */
    HANDED_OVER,
    /** Handed to the manager by its ids. */
    HANDED_OVER_BY_ID;

    boolean isOutside() {
      return this != BLOCKING && this != STAGE;
    }

    boolean hasHandler() {
      return this == BLOCKING || this == STAGE || this == EXTERNAL;
    }
  }

  /** All that there are. */
  static List<Kind> all() {
    List<Kind> all = new ArrayList<>();
    for (Form form : Form.values()) {
      for (int choice = 0; choice < 32; choice++) {
        all.add(
            new Kind(
                form,
                (choice & 1) != 0,
                (choice & 2) != 0,
                (choice & 4) != 0,
                (choice & 8) != 0,
                (choice & 16) != 0));
      }
    }
    return all;
  }

  String activityType() {
    return form
        + (heartbeatHook ? "-heartbeatHook" : "")
        + (cancelHook ? "-cancelHook" : "")
        + (beats ? "" : "-noBeats")
        + (stopsOnPause ? "-stopsOnPause" : "")
        + (failsOnShutdown ? "-failsOnShutdown" : "");
  }

  @Override
  public String toString() {
    return activityType();
  }
}
