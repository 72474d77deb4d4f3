package dev.longhaul.processor.check;

import com.google.common.base.CaseFormat;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.processor.diagnostic.Report;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads the annotation of a handler. */
public final class AnnotationParser {
  private static final String SUFFIX = "Handler";

  private AnnotationParser() {}

  public static HandlerSpec parse(TypeElement handler, Report report) {
    Attributes attributes = Attributes.of(handler);
    String simpleName = handler.getSimpleName().toString();
    Optional<String> activityType = attributes.text("activityType");
    Optional<String> name = attributes.text("name");
    activityType.ifPresent(text -> NameCheck.plain("activityType", text, attributes, report));
    name.ifPresent(text -> NameCheck.key(text, attributes, report));
    Map<HandlerSetting, String> settings = settings(attributes);
    settings.forEach((setting, text) -> SettingCheck.check(setting, text, attributes, report));
    DurationCheck.intervalFits(settings, attributes, report);
    return new HandlerSpec(
        attributes,
        activityType.orElseGet(() -> activityType(simpleName)),
        name.orElse(simpleName),
        settings);
  }

  /**
   * The attribute of a setting: {@code heartbeatInterval} of {@code HEARTBEAT_INTERVAL}; those of
   * {@code @OnBatch} need not say what they are about.
   */
  static String attribute(HandlerSetting setting) {
    String name = setting.name().replaceFirst("^BATCH_", "");
    return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, name);
  }

  private static Map<HandlerSetting, String> settings(Attributes attributes) {
    Map<HandlerSetting, String> settings = new EnumMap<>(HandlerSetting.class);
    for (HandlerSetting setting : HandlerSetting.values()) {
      attributes.text(attribute(setting)).ifPresent(text -> settings.put(setting, text));
    }
    return settings;
  }

  /** The activity type that a class name says: the part before {@code Handler}, if any. */
  private static String activityType(String simpleName) {
    return simpleName.endsWith(SUFFIX) && simpleName.length() > SUFFIX.length()
        ? simpleName.substring(0, simpleName.length() - SUFFIX.length())
        : simpleName;
  }
}
