package dev.longhaul.runtime.internal.config;

import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.PauseAction;
import dev.longhaul.api.ShutdownAction;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be set of a handler. */
final class HandlerTable {
  /** The name in configuration that stands for all handlers. */
  static final String DEFAULT = "default";

  /** The value that depends on how an activity completes. */
  static final String BY_FORM = "by-form";

  private static final Map<HandlerSetting, Setting<?>> ALL = new EnumMap<>(HandlerSetting.class);

  static final Setting<String> TASK_QUEUE =
      add(
          HandlerSetting.TASK_QUEUE,
          Kinds.text("may have ${key:default}"),
          "",
          "the queue to poll; there must be one");
  static final Setting<HeartbeatInterval> HEARTBEAT_INTERVAL =
      add(
          HandlerSetting.HEARTBEAT_INTERVAL,
          Kinds.heartbeatInterval(),
          "auto",
          "how often to heartbeat");
  static final Setting<Optional<Duration>> EXPECTED_HEARTBEAT_TIMEOUT =
      add(
          HandlerSetting.EXPECTED_HEARTBEAT_TIMEOUT,
          Kinds.durationOrNone(),
          "none",
          "what workflows set; another one is warned of");
  static final Setting<Duration> CANCELLATION_GRACE =
      add(
          HandlerSetting.CANCELLATION_GRACE,
          Kinds.duration(),
          "10s",
          "how long work may take to end after a stop request");
  static final Setting<PauseAction> ON_PAUSE =
      add(
          HandlerSetting.ON_PAUSE,
          Kinds.choice(PauseAction.class),
          BY_FORM,
          "what a pause does to a running attempt");
  static final Setting<ShutdownAction> ON_SHUTDOWN =
      add(
          HandlerSetting.ON_SHUTDOWN,
          Kinds.choice(ShutdownAction.class),
          BY_FORM,
          "what becomes of an open attempt when the process ends");
  static final Setting<Integer> MAX_CONCURRENT =
      add(
          HandlerSetting.MAX_CONCURRENT,
          Kinds.number(0),
          "0",
          "running blocking or stage activities; 0 for no limit");
  static final Setting<Integer> MAX_OUTSTANDING =
      add(
          HandlerSetting.MAX_OUTSTANDING,
          Kinds.number(0),
          "0",
          "open external activities; 0 for no limit");
  static final Setting<Double> RATE_PER_SECOND =
      add(
          HandlerSetting.RATE_PER_SECOND,
          Kinds.decimal("at least 0", value -> value >= 0),
          "0",
          "starts per second in this process; 0 for no limit");
  static final Setting<Integer> BATCH_MAX_SIZE =
      add(
          HandlerSetting.BATCH_MAX_SIZE,
          Kinds.number(1),
          "10",
          "activities in a batch at most; no more than the handler may have at once");
  static final Setting<Duration> BATCH_MAX_WAIT =
      add(
          HandlerSetting.BATCH_MAX_WAIT,
          Kinds.duration(),
          "5s",
          "how long the first activity of a batch waits for others");
  static final Setting<Integer> PARALLEL_BATCHES =
      add(
          HandlerSetting.PARALLEL_BATCHES,
          Kinds.number(1),
          "1",
          "batches that are worked on at the same time");
  static final Setting<Boolean> ENABLED =
      add(
          HandlerSetting.ENABLED,
          Kinds.flag(),
          "true",
          "false leaves the activities to other processes");

  private HandlerTable() {}

  static Setting<?> of(HandlerSetting setting) {
    Setting<?> row = ALL.get(setting);
    if (row == null) {
      throw new IllegalStateException(setting + " has no row in the table of handlers' settings");
    }
    return row;
  }

  static Stream<Setting<?>> all() {
    return Arrays.stream(HandlerSetting.values()).map(HandlerTable::of);
  }

  private static <T> Setting<T> add(
      HandlerSetting setting, Kind<T> kind, String builtIn, String meaning) {
    Setting<T> row =
        new Setting<>(setting.key(), kind, builtIn, Setting.word(setting.key()), meaning);
    ALL.put(setting, row);
    return row;
  }
}
