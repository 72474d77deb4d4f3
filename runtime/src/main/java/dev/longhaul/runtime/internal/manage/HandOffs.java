package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.PauseAction;
import dev.longhaul.api.Priority;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.api.ShutdownAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Reads what is handed to a manager, and refuses what it cannot look after. */
final class HandOffs {
  private HandOffs() {}

  /** A hand-off of which nothing but the reference is known. */
  static HandOff bare(ActivityReference activity, ProcessingOptions options) {
    if (!options.erasesDetails()) {
      throw new IllegalArgumentException(
          "activity "
              + activity.digest()
              + " is handed over by its reference alone, so its heartbeats would erase the details"
              + " that the server may have: say ProcessingOptions.eraseDetails() if there are none or"
              + " they are not needed, or give HandOff.withDetails(…)");
    }
    return HandOff.eraseDetails(activity);
  }

  static ActivityTask task(HandOff handOff, Instant now, Encoder encoder) {
    return new ActivityTask(
        handOff.reference(),
        handOff.id(),
        handOff.activityType(),
        handOff.attempt(),
        handOff.maximumAttempts(),
        Objects.requireNonNullElse(handOff.received(), now),
        handOff.startToClose(),
        handOff.scheduleToClose(),
        handOff.heartbeatTimeout(),
        Map.of(),
        Priority.DEFAULT,
        null,
        encoder.payloads(handOff.lastHeartbeatDetails()));
  }

  static AttemptPolicy policy(HandOff handOff, ProcessingOptions options) {
    requireRun(handOff.reference());
    requireInterval(handOff, options.heartbeatInterval());
    return new AttemptPolicy(
        HeartbeatPlan.of(
            options.heartbeatInterval(),
            Objects.requireNonNullElse(handOff.heartbeatTimeout(), Duration.ZERO)),
        options.cancellationGrace(),
        options.pauseAction() == PauseAction.STOP,
        options.shutdownAction() == ShutdownAction.FAIL);
  }

  private static void requireRun(ActivityReference reference) {
    if (reference instanceof FullActivityId id && !id.isStandalone() && !id.hasRunId()) {
      throw new IllegalArgumentException(
          "activity "
              + id.digest()
              + " is handed over without a run id, so each heartbeat would go to whatever run is"
              + " current; hand it over with the run id or by its task token");
    }
  }

  private static void requireInterval(HandOff handOff, HeartbeatInterval interval) {
    if (interval instanceof HeartbeatInterval.Auto && handOff.heartbeatTimeout() == null) {
      throw new IllegalArgumentException(
          "activity "
              + handOff.reference().digest()
              + " is handed over without its heartbeat timeout, which the interval \"auto\" is made"
              + " from; give the hand-off its heartbeatTimeout (zero for none), or an interval");
    }
  }
}
