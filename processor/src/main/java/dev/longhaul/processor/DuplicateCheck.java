package dev.longhaul.processor;

import dev.longhaul.api.HandlerSetting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Handlers of one compilation that would stand in each other's way. Not thread-safe. */
final class DuplicateCheck {
  private final Map<String, HandlerSpec> byName = new HashMap<>();
  private final Map<List<String>, HandlerSpec> byQueueAndType = new HashMap<>();

  void add(HandlerSpec handler, Report report) {
    HandlerSpec sameName = byName.putIfAbsent(handler.name(), handler);
    if (sameName != null) {
      report.error(handler.attributes().place("name"), Messages.duplicateName(sameName, handler));
    }
    // Without a queue in the annotation only configuration knows.
    String queue = handler.settings().get(HandlerSetting.TASK_QUEUE);
    if (queue != null) {
      HandlerSpec sameType =
          byQueueAndType.putIfAbsent(List.of(queue, handler.activityType()), handler);
      if (sameType != null) {
        report.error(
            handler.attributes().place("activityType"),
            Messages.duplicateType(sameType, handler, queue));
      }
    }
  }
}
