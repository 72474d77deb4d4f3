package dev.longhaul.runtime.internal.config;

import java.util.List;

/** What can be set of a task queue. */
final class QueueTable {
  static final Setting<Integer> POLLERS =
      setting(
          "pollers",
          Kinds.number(1),
          "polls that are open at once, at the most; `runtime.pollers-per-queue` if not set");

  static final Setting<Double> MAX_TASKS_PER_SECOND =
      setting(
          "max-tasks-per-second",
          Kinds.decimal("above 0", value -> value > 0),
          "what the server hands out to all processes together; the last poll decides");

  static final List<Setting<?>> ALL = List.of(POLLERS, MAX_TASKS_PER_SECOND);

  private QueueTable() {}

  private static <T> Setting<T> setting(String key, Kind<T> kind, String meaning) {
    return new Setting<>(key, kind, Explained.NONE, Setting.word(key), meaning);
  }
}
