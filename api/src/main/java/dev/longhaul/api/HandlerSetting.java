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
  /** {@link OnBatch#maxSize}. */
  BATCH_MAX_SIZE("batch-max-size"),
  /** {@link OnBatch#maxWait}. */
  BATCH_MAX_WAIT("batch-max-wait"),
  /** {@link OnBatch#parallelBatches}. */
  PARALLEL_BATCHES("parallel-batches"),
  /** Whether this process serves the handler at all. */
  ENABLED("enabled");

  private final String key;

  HandlerSetting(String key) {
    this.key = key;
  }

  /** Whether it is an attribute of {@link OnBatch}. */
  public boolean isOfBatch() {
    return this == BATCH_MAX_SIZE || this == BATCH_MAX_WAIT || this == PARALLEL_BATCHES;
  }

  /** The key in configuration. */
  public String key() {
    return key;
  }
}
