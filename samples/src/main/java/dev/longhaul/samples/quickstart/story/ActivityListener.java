package dev.longhaul.samples.quickstart.story;

import java.util.List;

/** Is told what happens to activities, one change after the other. */
@FunctionalInterface
public interface ActivityListener {
  /** To whom it is all the same. */
  ActivityListener NONE = (activity, change) -> {};

  /** Called on the thread that watches; it should return soon. */
  void changed(ActivityRecord activity, Change change);

  /** One after the other. */
  static ActivityListener all(ActivityListener... listeners) {
    List<ActivityListener> all = List.of(listeners);
    return (activity, change) -> all.forEach(listener -> listener.changed(activity, change));
  }
}
