package dev.longhaul.processor.check;

import dev.longhaul.api.HandlerSetting;
import dev.longhaul.processor.diagnostic.BatchRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.diagnostic.SettingRule;
import java.util.Optional;

/** Checks one value that is written in the annotation. */
final class SettingCheck {
  private SettingCheck() {}

  static void check(HandlerSetting setting, String text, Attributes attributes, Report report) {
    String attribute = AnnotationParser.attribute(setting);
    Place place = attributes.place(attribute);
    switch (setting) {
      case TASK_QUEUE -> taskQueue(text, place, report);
      case HEARTBEAT_INTERVAL, EXPECTED_HEARTBEAT_TIMEOUT, CANCELLATION_GRACE, BATCH_MAX_WAIT ->
          DurationCheck.check(setting, text, place, report);
      case MAX_CONCURRENT, MAX_OUTSTANDING, RATE_PER_SECOND ->
          limit(attribute, text, place, report);
      case BATCH_MAX_SIZE, PARALLEL_BATCHES -> count(attribute, text, place, report);
      // The compiler does: of the last, that there is no such attribute.
      case ON_PAUSE, ON_SHUTDOWN, ENABLED -> {}
    }
  }

  private static void taskQueue(String text, Place place, Report report) {
    NameCheck.trimmed("taskQueue", text, place, report);
    PlaceholderCheck.check(text, place, report);
  }

  private static void limit(String attribute, String text, Place place, Report report) {
    number(text)
        .filter(number -> !(number > 0) || Double.isInfinite(number))
        .ifPresent(number -> report.add(SettingRule.NOT_A_LIMIT, place, attribute, text));
  }

  private static void count(String attribute, String text, Place place, Report report) {
    number(text)
        .filter(number -> number < 1)
        .ifPresent(number -> report.add(BatchRule.NOT_A_COUNT, place, attribute, text));
  }

  // Empty for a value of another type, which the compiler reports.
  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
