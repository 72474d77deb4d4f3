package dev.longhaul.runtime;

import dev.longhaul.runtime.internal.dispatch.ConfiguredHandler;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a runtime says when it starts. */
final class StartupLog {
  private static final Logger LOG = LoggerFactory.getLogger(LonghaulRuntime.class);

  private StartupLog() {}

  static void say(LonghaulModule settings, List<ConfiguredHandler<?>> handlers) {
    LOG.info(
        "Temporal at {}, namespace {}, identity {}, at most {} running activities",
        settings.target().name(),
        settings.namespace(),
        settings.options().identity(),
        settings.options().maxConcurrentActivities());
    for (ConfiguredHandler<?> handler : handlers) {
      LOG.info(
          "{} handles {} on task queue {}: {}, heartbeat {}",
          handler.binding().name(),
          handler.binding().activityType(),
          handler.taskQueue(),
          handler.binding().form(),
          handler.heartbeatInterval());
    }
    if (handlers.isEmpty()) {
      LOG.warn(
          "no handler is installed, so nothing is polled. Is the annotation processor on the"
              + " processor path, and AsyncActivities.discover() among the modules?");
    }
    for (String name : settings.handlers().keySet()) {
      if (handlers.stream().noneMatch(handler -> handler.binding().name().equals(name))) {
        LOG.warn("settings are given for a handler \"{}\", which this process lacks", name);
      }
    }
  }
}
