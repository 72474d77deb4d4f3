package dev.longhaul.processor.check;

import dev.longhaul.api.Durations;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.diagnostic.SettingRule;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks the durations that are written in the annotation. */
final class DurationCheck {
  private static final double LARGEST_SHARE = 0.8;
  private static final String FORMS = " = \"30s\", \"5m\", \"1h30m\" or \"PT30S\"";

  private DurationCheck() {}

  static void check(HandlerSetting setting, String text, Place place, Report report) {
    String attribute = AnnotationParser.attribute(setting);
    boolean interval = setting == HandlerSetting.HEARTBEAT_INTERVAL;
    if (PlaceholderCheck.isIn(text)) {
      report.add(
          SettingRule.PLACEHOLDER_NOT_HERE,
          place,
          attribute,
          text,
          attribute
              + " = \"30s\"; or leave it out, and set handlers.<name>."
              + setting.key()
              + " where the runtime is configured");
    } else if (interval && read(text, HeartbeatInterval::parse).isPresent()) {
      belowSecond(text, place, report);
    } else if (interval || read(text, Durations::parse).isEmpty()) {
      reportMistake(attribute, text, interval, place, report);
    }
  }

  /** An interval that leaves too little of the timeout would let work be declared dead. */
  static void intervalFits(
      Map<HandlerSetting, String> settings, Attributes attributes, Report report) {
    Optional<Duration> interval = interval(settings.get(HandlerSetting.HEARTBEAT_INTERVAL));
    Optional<Duration> timeout =
        read(settings.get(HandlerSetting.EXPECTED_HEARTBEAT_TIMEOUT), Durations::parse);
    if (interval.isPresent() && timeout.isPresent()) {
      Duration longest = Duration.ofMillis((long) (timeout.get().toMillis() * LARGEST_SHARE));
      if (interval.get().compareTo(longest) > 0) {
        report.add(
            SettingRule.INTERVAL_TOO_LONG,
            attributes.place("heartbeatInterval"),
            Durations.format(interval.get()),
            Durations.format(timeout.get()),
            Durations.format(longest));
      }
    }
  }

  private static void belowSecond(String text, Place place, Report report) {
    interval(text)
        .filter(every -> every.compareTo(Duration.ofSeconds(1)) < 0)
        .ifPresent(
            every -> report.add(SettingRule.INTERVAL_BELOW_SECOND, place, Durations.format(every)));
  }

  private static void reportMistake(
      String attribute, String text, boolean interval, Place place, Report report) {
    if (DurationGuess.isNotPositive(text)) {
      String fix = interval ? " = \"none\" for no heartbeats, or a positive duration" : FORMS;
      report.add(SettingRule.NOT_POSITIVE, place, attribute, text, attribute + fix);
    } else if (text.matches("\\d+")) {
      report.add(SettingRule.NO_UNIT, place, attribute, text);
    } else {
      String fix =
          DurationGuess.of(text, interval)
              .map(guess -> "did you mean " + attribute + " = \"" + guess + "\"?")
              .orElse(attribute + FORMS + (interval ? ", or \"auto\" or \"none\"" : ""));
      report.add(SettingRule.NOT_A_DURATION, place, attribute, text, fix);
    }
  }

  private static Optional<Duration> interval(@Nullable String text) {
    return read(text, HeartbeatInterval::parse)
        .filter(HeartbeatInterval.Every.class::isInstance)
        .map(every -> ((HeartbeatInterval.Every) every).interval());
  }

  private static <T> Optional<T> read(@Nullable String text, Function<String, T> parser) {
    try {
      return Optional.ofNullable(text).map(parser);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
