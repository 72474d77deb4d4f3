package dev.longhaul.runtime.internal.config;

import dev.longhaul.api.HandlerSetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the effective settings of a handler: built-in values, below the defaults of all handlers,
 * below the annotation, below what file, environment and system properties say for that handler,
 * below what is given in Java for it. Immutable.
 */
public final class SettingsResolver {
  private final Values values;
  private final Placeholders placeholders;
  private final Map<HandlerSetting, String> defaults;
  private final Map<String, Map<HandlerSetting, String>> explicit;

  /**
   * A resolver.
   *
   * @param sources where placeholders find their values
   * @param values what configuration says
   * @param defaults what Java says for all handlers
   * @param explicit what Java says for a handler, by its name
   */
  public SettingsResolver(
      Sources sources,
      Values values,
      Map<HandlerSetting, String> defaults,
      Map<String, Map<HandlerSetting, String>> explicit) {
    this.values = values;
    this.placeholders = new Placeholders(sources.properties()::get, sources.environment()::get);
    this.defaults = Map.copyOf(defaults);
    this.explicit = Map.copyOf(explicit);
  }

  /**
   * The settings of a handler.
   *
   * @param declared what its annotation says
   * @param problems takes what is wrong, a sentence each; what is wrong with the configuration
   *     itself is told there
   * @return empty if anything was wrong
   */
  public Optional<HandlerSettings> resolve(
      String handler, Map<HandlerSetting, String> declared, List<String> problems) {
    Reading reading = new Reading(handler, declared, problems);
    boolean enabled = reading.read(HandlerSetting.ENABLED, HandlerTable.ENABLED);
    HandlerSettings settings =
        new HandlerSettings(
            enabled,
            reading.queue(enabled),
            reading.read(HandlerSetting.HEARTBEAT_INTERVAL, HandlerTable.HEARTBEAT_INTERVAL),
            reading.read(
                HandlerSetting.EXPECTED_HEARTBEAT_TIMEOUT, HandlerTable.EXPECTED_HEARTBEAT_TIMEOUT),
            reading.read(HandlerSetting.CANCELLATION_GRACE, HandlerTable.CANCELLATION_GRACE),
            reading.read(HandlerSetting.ON_PAUSE, HandlerTable.ON_PAUSE),
            reading.read(HandlerSetting.ON_SHUTDOWN, HandlerTable.ON_SHUTDOWN),
            reading.read(HandlerSetting.MAX_CONCURRENT, HandlerTable.MAX_CONCURRENT),
            reading.read(HandlerSetting.MAX_OUTSTANDING, HandlerTable.MAX_OUTSTANDING),
            reading.read(HandlerSetting.RATE_PER_SECOND, HandlerTable.RATE_PER_SECOND),
            reading.read(HandlerSetting.BATCH_MAX_SIZE, HandlerTable.BATCH_MAX_SIZE),
            reading.read(HandlerSetting.BATCH_MAX_WAIT, HandlerTable.BATCH_MAX_WAIT),
            reading.read(HandlerSetting.PARALLEL_BATCHES, HandlerTable.PARALLEL_BATCHES));
    return reading.failed ? Optional.empty() : Optional.of(settings);
  }

  /**
   * What is in effect for a handler whose settings can be resolved, and where each value comes
   * from.
   *
   * @param batch whether it works in batches, for which there are settings
   * @param byForm what the values come to that depend on how the activity completes
   */
  public List<Explained> explain(
      String handler,
      Map<HandlerSetting, String> declared,
      boolean batch,
      Map<HandlerSetting, String> byForm) {
    Reading reading = new Reading(handler, declared, new ArrayList<>());
    return Arrays.stream(HandlerSetting.values())
        .filter(setting -> batch || !setting.isOfBatch())
        .map(setting -> reading.explain(setting, byForm))
        .toList();
  }

  private Choice choose(
      String handler, Map<HandlerSetting, String> declared, HandlerSetting setting) {
    String inJava = explicit.getOrDefault(handler, Map.of()).get(setting);
    if (inJava != null) {
      return new Choice(inJava, Explained.CODE, false);
    }
    Optional<Found> configured = values.find(Group.HANDLERS, handler, setting.key());
    if (configured.isPresent()) {
      return Choice.of(configured.get());
    }
    String written = declared.get(setting);
    return written == null ? ofAll(setting) : new Choice(written, Explained.ANNOTATION, false);
  }

  private Choice ofAll(HandlerSetting setting) {
    String inJava = defaults.get(setting);
    return inJava == null
        ? values
            .find(Group.HANDLERS, HandlerTable.DEFAULT, setting.key())
            .map(Choice::of)
            .orElseGet(() -> Choice.builtIn(HandlerTable.of(setting)))
        : new Choice(inJava, Explained.CODE + ", for all handlers", false);
  }

  private final class Reading {
    private final String handler;
    private final Map<HandlerSetting, String> declared;
    private final List<String> problems;
    private boolean failed;

    Reading(String handler, Map<HandlerSetting, String> declared, List<String> problems) {
      this.handler = handler;
      this.declared = declared;
      this.problems = problems;
    }

    /** The value that counts; the built-in one where that is wrong. */
    <T> T read(HandlerSetting setting, Setting<T> row) {
      Choice choice = choose(handler, declared, setting);
      try {
        return row.read(choice.text());
      } catch (IllegalArgumentException e) {
        refuse(setting, choice, e);
        return row.read(row.builtIn());
      }
    }

    /** The queue; blank if there is none, which is wrong where it would be polled. */
    String queue(boolean polled) {
      Choice choice = choose(handler, declared, HandlerSetting.TASK_QUEUE);
      String queue = "";
      try {
        queue = placeholders.replace(choice.text());
      } catch (IllegalArgumentException e) {
        if (polled) {
          refuse(HandlerSetting.TASK_QUEUE, choice.unchecked(), e);
        }
        return "";
      }
      if (queue.isBlank() && polled) {
        problems.add(withoutQueue());
        failed = true;
      }
      return queue;
    }

    Explained explain(HandlerSetting setting, Map<HandlerSetting, String> byForm) {
      Choice choice = choose(handler, declared, setting);
      String value =
          setting == HandlerSetting.TASK_QUEUE
              ? queue(false)
              : HandlerTable.of(setting).kind().shown(choice.text());
      String shown =
          value.equals(HandlerTable.BY_FORM) && byForm.containsKey(setting)
              ? value + ": " + byForm.get(setting)
              : value;
      return new Explained(
          setting.key(), shown.isEmpty() ? Explained.NONE : shown, choice.source());
    }

    private void refuse(HandlerSetting setting, Choice choice, IllegalArgumentException why) {
      failed = true;
      if (!choice.checked()) {
        problems.add(
            "handler "
                + handler
                + ", "
                + setting.key()
                + " ("
                + choice.source()
                + "): "
                + why.getMessage());
      }
    }

    private String withoutQueue() {
      return "handler "
          + handler
          + " has no task queue to poll. Write it in its annotation, taskQueue = \"…\"; or as "
          + Group.HANDLERS.key(handler, HandlerSetting.TASK_QUEUE.key())
          + " in longhaul.yaml; or give it to LonghaulModule: .handler(\""
          + handler
          + "\", h -> h.taskQueue(\"…\"))";
    }
  }
}
