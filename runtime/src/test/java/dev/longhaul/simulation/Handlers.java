package dev.longhaul.simulation;

import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.PauseAction;
import dev.longhaul.api.ShutdownAction;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.dispatch.BatchPlan;
import dev.longhaul.runtime.internal.dispatch.ConfiguredHandler;
import java.time.Duration;
import java.util.Optional;

/** Handlers of each kind. */
final class Handlers {
  private static final BatchPlan NO_BATCHES = new BatchPlan(1, Duration.ofMillis(1), 1);
  static final String QUEUE = "queue";
  static final Duration GRACE = Duration.ofSeconds(10);

  private Handlers() {}

  static ConfiguredHandler<Work> of(Kind kind, World world, WorkerProcess process) {
    HandlerBinding.Builder<Work> binding =
        HandlerBinding.builder(Handlers.class, Work.class, () -> new Work(world, process))
            .activityType(kind.activityType())
            .name(kind.activityType())
            .input("entry", int.class);
    if (kind.heartbeatHook()) {
      binding = binding.onHeartbeat(Work::heartbeat);
    }
    if (kind.cancelHook()) {
      binding = binding.onCancel(Work::cancel);
    }
    return new ConfiguredHandler<>(
        binding.onStart(CompletionForm.valueOf(kind.form().name()), Work::start),
        QUEUE,
        interval(kind),
        Optional.empty(),
        GRACE,
        pauseAction(kind),
        shutdownAction(kind),
        0,
        0,
        0,
        NO_BATCHES);
  }

  static HeartbeatInterval interval(Kind kind) {
    return kind.beats() ? HeartbeatInterval.auto() : HeartbeatInterval.none();
  }

  static PauseAction pauseAction(Kind kind) {
    return kind.stopsOnPause() ? PauseAction.STOP : PauseAction.CONTINUE;
  }

  static ShutdownAction shutdownAction(Kind kind) {
    return kind.failsOnShutdown() ? ShutdownAction.FAIL : ShutdownAction.RELEASE;
  }
}
