package dev.longhaul.processor;

import com.google.common.base.CaseFormat;
import dev.longhaul.api.HandlerSetting;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads the annotation of a handler. */
final class AnnotationParser {
  private AnnotationParser() {}

  static HandlerSpec parse(TypeElement handler, Report report) {
    Attributes attributes = Attributes.of(handler);
    String simpleName = handler.getSimpleName().toString();
    Optional<String> activityType = attributes.text("activityType");
    Optional<String> name = attributes.text("name");
    activityType.ifPresent(
        text -> SettingCheck.plainText("activityType", text, attributes, report));
    name.ifPresent(text -> SettingCheck.name(text, attributes, report));
    Map<HandlerSetting, String> settings = settings(attributes);
    settings.forEach((setting, text) -> SettingCheck.setting(setting, text, attributes, report));
    SettingCheck.intervalFitsTimeout(settings, attributes, report);
    return new HandlerSpec(
        attributes,
        activityType.orElseGet(() -> Names.activityType(simpleName)),
        name.orElse(simpleName),
        settings);
  }

  /** The attribute of a setting: {@code heartbeatInterval} of {@code HEARTBEAT_INTERVAL}. */
  static String attribute(HandlerSetting setting) {
    return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, setting.name());
  }

  private static Map<HandlerSetting, String> settings(Attributes attributes) {
    Map<HandlerSetting, String> settings = new EnumMap<>(HandlerSetting.class);
    for (HandlerSetting setting : HandlerSetting.values()) {
      attributes.text(attribute(setting)).ifPresent(text -> settings.put(setting, text));
    }
    return settings;
  }
}
