package dev.longhaul.samples.quickstart.story;

import io.temporal.api.common.v1.Payloads;

/** Knows the heartbeat details of each activity type. */
@FunctionalInterface
public interface ProgressReader {
  Progress read(String activityType, Payloads details);
}
