package dev.longhaul.processor.check;

import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.processor.diagnostic.BatchRule;
import dev.longhaul.processor.diagnostic.Report;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads the attributes of {@code @OnBatch}, which are settings of the handler. */
final class BatchSettings {
  private BatchSettings() {}

  /** What is written there. */
  static Map<HandlerSetting, String> read(RoleMethod batch, Report report) {
    Attributes attributes = Attributes.of(batch);
    Map<HandlerSetting, String> settings = new EnumMap<>(HandlerSetting.class);
    for (HandlerSetting setting : HandlerSetting.values()) {
      if (setting.isOfBatch()) {
        attributes
            .written(AnnotationParser.attribute(setting))
            .ifPresent(text -> settings.put(setting, text));
      }
    }
    settings.forEach((setting, text) -> SettingCheck.check(setting, text, attributes, report));
    return settings;
  }

  /** Holds the size, written or not, against what the handler may have at once. */
  static void checkLimit(HandlerSpec handler, StartMethod batch, Report report) {
    HandlerSetting limit =
        batch.completion().form() == CompletionForm.EXTERNAL
            ? HandlerSetting.MAX_OUTSTANDING
            : HandlerSetting.MAX_CONCURRENT;
    Attributes attributes = Attributes.of(batch.method());
    Optional<Integer> most =
        Optional.ofNullable(handler.settings().get(limit)).flatMap(BatchSettings::number);
    Optional<Integer> size = attributes.effective("maxSize").flatMap(BatchSettings::number);
    if (most.isPresent() && most.get() > 0 && size.isPresent() && size.get() > most.get()) {
      report.add(
          BatchRule.LARGER_THAN_LIMIT,
          attributes.place("maxSize"),
          size.get(),
          AnnotationParser.attribute(limit),
          most.get());
    }
  }

  // Empty for a value of another type, which the compiler reports.
  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
