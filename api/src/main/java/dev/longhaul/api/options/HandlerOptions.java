package dev.longhaul.api.options;

import dev.longhaul.api.Durations;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.PauseAction;
import dev.longhaul.api.ShutdownAction;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Settings of a handler given in Java; what is not set falls to the annotation and to the built-in
 * value. Each method returns a changed copy.
 *
 * @param values the settings that are set, as text
 */
public record HandlerOptions(Map<HandlerSetting, String> values) {
  private static final HandlerOptions NONE = new HandlerOptions(Map.of());

  public HandlerOptions {
    values = Map.copyOf(values);
  }

  /** Nothing is set. */
  public static HandlerOptions none() {
    return NONE;
  }

  /** Polls this task queue. */
  public HandlerOptions taskQueue(String queue) {
    return with(HandlerSetting.TASK_QUEUE, queue);
  }

  /** Heartbeats at this interval. */
  public HandlerOptions heartbeatInterval(Duration interval) {
    return heartbeatInterval(HeartbeatInterval.every(interval));
  }

  /** Heartbeats at this interval. */
  public HandlerOptions heartbeatInterval(HeartbeatInterval interval) {
    return with(HandlerSetting.HEARTBEAT_INTERVAL, interval.toString());
  }

  /** Expects workflows to set this heartbeat timeout. */
  public HandlerOptions expectedHeartbeatTimeout(Duration timeout) {
    return with(HandlerSetting.EXPECTED_HEARTBEAT_TIMEOUT, Durations.format(timeout));
  }

  /** Gives work so long to end by itself after a stop request. */
  public HandlerOptions cancellationGrace(Duration grace) {
    return with(HandlerSetting.CANCELLATION_GRACE, Durations.format(grace));
  }

  /** Does this to a running attempt when its activity is paused. */
  public HandlerOptions onPause(PauseAction action) {
    return with(HandlerSetting.ON_PAUSE, action.name());
  }

  /** Does this to an open attempt when the process shuts down. */
  public HandlerOptions onShutdown(ShutdownAction action) {
    return with(HandlerSetting.ON_SHUTDOWN, action.name());
  }

  /** Runs at most so many blocking or stage activities at once; 0 for no limit. */
  public HandlerOptions maxConcurrent(int limit) {
    return with(HandlerSetting.MAX_CONCURRENT, Integer.toString(limit));
  }

  /** Keeps at most so many external activities open; 0 for no limit. */
  public HandlerOptions maxOutstanding(int limit) {
    return with(HandlerSetting.MAX_OUTSTANDING, Integer.toString(limit));
  }

  /** Starts at most so many activities a second; 0 for no limit. */
  public HandlerOptions ratePerSecond(double limit) {
    return with(HandlerSetting.RATE_PER_SECOND, Double.toString(limit));
  }

  /** Puts at most so many activities into one batch. */
  public HandlerOptions batchMaxSize(int size) {
    return with(HandlerSetting.BATCH_MAX_SIZE, Integer.toString(size));
  }

  /** Lets the first activity of a batch wait so long for others. */
  public HandlerOptions batchMaxWait(Duration wait) {
    return with(HandlerSetting.BATCH_MAX_WAIT, Durations.format(wait));
  }

  /** Works on at most so many batches at once. */
  public HandlerOptions parallelBatches(int limit) {
    return with(HandlerSetting.PARALLEL_BATCHES, Integer.toString(limit));
  }

  /** Serves the handler, or leaves its activities to other processes. */
  public HandlerOptions enabled(boolean enabled) {
    return with(HandlerSetting.ENABLED, Boolean.toString(enabled));
  }

  private HandlerOptions with(HandlerSetting setting, String value) {
    Map<HandlerSetting, String> changed = new EnumMap<>(HandlerSetting.class);
    changed.putAll(values);
    changed.put(setting, value);
    return new HandlerOptions(changed);
  }
}
