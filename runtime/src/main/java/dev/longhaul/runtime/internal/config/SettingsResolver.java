package dev.longhaul.runtime.internal.config;

import dev.longhaul.api.Durations;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.PauseAction;
import dev.longhaul.api.ShutdownAction;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the effective settings of a handler: built-in values, below defaults given in Java, below
 * the annotation, below what is given in Java for that handler. Immutable.
 */
public final class SettingsResolver {
  private static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

  private final Map<HandlerSetting, String> defaults;
  private final Map<String, Map<HandlerSetting, String>> explicit;
  private final Placeholders placeholders;

  public SettingsResolver(
      Map<HandlerSetting, String> defaults, Map<String, Map<HandlerSetting, String>> explicit) {
    this(
        defaults,
        explicit,
        new Placeholders(key -> System.getProperty(key), key -> System.getenv(key)));
  }

  SettingsResolver(
      Map<HandlerSetting, String> defaults,
      Map<String, Map<HandlerSetting, String>> explicit,
      Placeholders placeholders) {
    this.defaults = Map.copyOf(defaults);
    this.explicit = Map.copyOf(explicit);
    this.placeholders = placeholders;
  }

  /**
   * The settings of a handler.
   *
   * @param declared what its annotation says
   * @param problems takes what is wrong, a sentence each
   * @return empty if anything was wrong
   */
  public Optional<HandlerSettings> resolve(
      String handler, Map<HandlerSetting, String> declared, List<String> problems) {
    Map<HandlerSetting, String> written = new EnumMap<>(HandlerSetting.class);
    written.putAll(defaults);
    written.putAll(declared);
    written.putAll(explicit.getOrDefault(handler, Map.of()));
    Reader reader = new Reader(handler, written, problems);

    String queue = reader.readIfWritten(HandlerSetting.TASK_QUEUE, placeholders::replace);
    if (queue == null || queue.isBlank()) {
      problems.add(withoutQueue(handler));
      queue = "";
    }
    HandlerSettings settings =
        new HandlerSettings(
            queue,
            reader.read(
                HandlerSetting.HEARTBEAT_INTERVAL,
                HeartbeatInterval::parse,
                HeartbeatInterval.auto()),
            Optional.ofNullable(
                reader.readIfWritten(HandlerSetting.EXPECTED_HEARTBEAT_TIMEOUT, Durations::parse)),
            reader.read(HandlerSetting.CANCELLATION_GRACE, Durations::parse, DEFAULT_GRACE),
            reader.read(
                HandlerSetting.ON_PAUSE, Constants.of(PauseAction.class), PauseAction.BY_FORM),
            reader.read(
                HandlerSetting.ON_SHUTDOWN,
                Constants.of(ShutdownAction.class),
                ShutdownAction.BY_FORM),
            reader.read(HandlerSetting.MAX_CONCURRENT, Numbers::limit, 0),
            reader.read(HandlerSetting.MAX_OUTSTANDING, Numbers::limit, 0),
            reader.read(HandlerSetting.RATE_PER_SECOND, Numbers::rate, 0.0));
    return reader.failed || queue.isEmpty() ? Optional.empty() : Optional.of(settings);
  }

  private static String withoutQueue(String handler) {
    return "handler "
        + handler
        + " has no task queue to poll. Write it in its annotation, taskQueue = \"…\", or give it to"
        + " LonghaulModule: .handler(\""
        + handler
        + "\", h -> h.taskQueue(\"…\"))";
  }

  private static final class Reader {
    private final String handler;
    private final Map<HandlerSetting, String> written;
    private final List<String> problems;
    private boolean failed;

    Reader(String handler, Map<HandlerSetting, String> written, List<String> problems) {
      this.handler = handler;
      this.written = written;
      this.problems = problems;
    }

    <T> T read(HandlerSetting setting, Function<String, T> parse, T builtIn) {
      T value = readIfWritten(setting, parse);
      return value == null ? builtIn : value;
    }

    <T> @Nullable T readIfWritten(HandlerSetting setting, Function<String, T> parse) {
      String text = written.get(setting);
      try {
        return text == null ? null : parse.apply(text);
      } catch (IllegalArgumentException e) {
        failed = true;
        problems.add("handler " + handler + ", " + setting.key() + ": " + e.getMessage());
        return null;
      }
    }
  }
}
