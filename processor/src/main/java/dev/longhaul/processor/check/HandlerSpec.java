package dev.longhaul.processor.check;

import dev.longhaul.api.HandlerSetting;
import java.util.Map;

/** What the annotation of a handler says. */
public record HandlerSpec(
    Attributes attributes,
    String activityType,
    String name,
    Map<HandlerSetting, String> settings) {}
