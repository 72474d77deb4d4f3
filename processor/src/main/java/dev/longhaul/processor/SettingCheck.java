package dev.longhaul.processor;

import dev.longhaul.api.Durations;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.HeartbeatInterval;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks what is written in the annotation. */
final class SettingCheck {
  private static final double LARGEST_SHARE = 0.8;

  private SettingCheck() {}

  static void setting(HandlerSetting setting, String text, Attributes attributes, Report report) {
    String attribute = AnnotationParser.attribute(setting);
    Place place = attributes.place(attribute);
    switch (setting) {
      case TASK_QUEUE -> taskQueue(text, place, report);
      case HEARTBEAT_INTERVAL -> duration(attribute, text, HeartbeatInterval::parse, place, report);
      case EXPECTED_HEARTBEAT_TIMEOUT, CANCELLATION_GRACE ->
          duration(attribute, text, Durations::parse, place, report);
      case MAX_CONCURRENT, MAX_OUTSTANDING, RATE_PER_SECOND ->
          number(attribute, text, place, report);
      case ON_PAUSE, ON_SHUTDOWN -> {}
    }
  }

  /** A text that means what it says: no placeholder. */
  static void plainText(String attribute, String text, Attributes attributes, Report report) {
    Place place = attributes.place(attribute);
    trimmed(attribute, text, place, report);
    if (Placeholders.isIn(text)) {
      report.error(place, Messages.placeholderNotHere(attribute, text));
    }
  }

  static void name(String text, Attributes attributes, Report report) {
    plainText("name", text, attributes, report);
    if (text.equals("default")) {
      report.error(attributes.place("name"), Messages.reservedName(text));
    } else if (text.strip().chars().anyMatch(c -> c == '.' || Character.isWhitespace(c))) {
      report.error(attributes.place("name"), Messages.nameIsNoKey(text));
    }
  }

  /** An interval that leaves too little of the timeout would let work be declared dead. */
  static void intervalFitsTimeout(
      Map<HandlerSetting, String> settings, Attributes attributes, Report report) {
    Optional<Duration> interval =
        read(settings.get(HandlerSetting.HEARTBEAT_INTERVAL), HeartbeatInterval::parse)
            .filter(HeartbeatInterval.Every.class::isInstance)
            .map(every -> ((HeartbeatInterval.Every) every).interval());
    Optional<Duration> timeout =
        read(settings.get(HandlerSetting.EXPECTED_HEARTBEAT_TIMEOUT), Durations::parse);
    if (interval.isPresent() && timeout.isPresent()) {
      Duration longest = share(timeout.get());
      if (interval.get().compareTo(longest) > 0) {
        report.error(
            attributes.place("heartbeatInterval"),
            Messages.intervalTooLong(interval.get(), timeout.get(), longest));
      }
    }
  }

  private static Duration share(Duration timeout) {
    return Duration.ofMillis((long) (timeout.toMillis() * LARGEST_SHARE));
  }

  private static void taskQueue(String text, Place place, Report report) {
    trimmed("taskQueue", text, place, report);
    Placeholders.mistake(text)
        .ifPresent(mistake -> report.error(place, Messages.malformedPlaceholder(text, mistake)));
  }

  private static void trimmed(String attribute, String text, Place place, Report report) {
    if (text.isBlank()) {
      report.error(place, Messages.blank(attribute));
    } else if (!text.equals(text.strip())) {
      report.error(place, Messages.padded(attribute, text));
    }
  }

  private static void number(String attribute, String text, Place place, Report report) {
    double number = Double.parseDouble(text);
    if (!(number > 0) || Double.isInfinite(number)) {
      report.error(place, Messages.notPositive(attribute, text));
    }
  }

  private static void duration(
      String attribute, String text, Consumer<String> parser, Place place, Report report) {
    if (Placeholders.isIn(text)) {
      report.error(place, Messages.placeholderNotHere(attribute, text));
      return;
    }
    try {
      parser.accept(text);
    } catch (IllegalArgumentException e) {
      report.error(place, Messages.noDuration(attribute, e));
    }
  }

  private static <T> Optional<T> read(@Nullable String text, Function<String, T> parser) {
    try {
      return Optional.ofNullable(text).map(parser);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // reported where it was parsed first
    }
  }
}
