package dev.longhaul.processor.check;

import dev.longhaul.api.HandlerSetting;
import java.util.EnumMap;
import java.util.Map;

/** What the annotations of a handler say. */
public record HandlerSpec(
    Attributes attributes, String activityType, String name, Map<HandlerSetting, String> settings) {

  /** With these settings as well. */
  HandlerSpec with(Map<HandlerSetting, String> more) {
    Map<HandlerSetting, String> all = new EnumMap<>(HandlerSetting.class);
    all.putAll(settings);
    all.putAll(more);
    return new HandlerSpec(attributes, activityType, name, all);
  }
}
