package dev.longhaul.api;

/**
 * What can be set for a handler, by annotation (all but {@link #ENABLED}) and by configuration;
 * {@link #key} is the last part of {@code handlers.<name>.<key>}.
 */
public enum HandlerSetting {
  TASK_QUEUE("task-queue"),
  HEARTBEAT_INTERVAL("heartbeat-interval"),
  EXPECTED_HEARTBEAT_TIMEOUT("expected-heartbeat-timeout"),
  CANCELLATION_GRACE("cancellation-grace"),
  ON_PAUSE("on-pause"),
  ON_SHUTDOWN("on-shutdown"),
  MAX_CONCURRENT("max-concurrent"),
  MAX_OUTSTANDING("max-outstanding"),
  RATE_PER_SECOND("rate-per-second"),
  /** Whether this process serves the handler at all. */
  ENABLED("enabled");

  private final String key;

  HandlerSetting(String key) {
    this.key = key;
  }

  /** The key in configuration. */
  public String key() {
    return key;
  }
}
