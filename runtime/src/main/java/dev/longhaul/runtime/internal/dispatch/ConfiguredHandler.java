package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.PauseAction;
import dev.longhaul.api.ShutdownAction;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.manage.AttemptPolicy;
import dev.longhaul.runtime.internal.manage.HeartbeatPlan;
import java.time.Duration;
import java.util.Optional;

/**
 * A handler with the settings that dispatching needs. Immutable.
 *
 * @param expectedHeartbeatTimeout held against what workflows set
 * @param maxConcurrent running activities in the blocking and stage forms; 0 for no limit
 * @param maxOutstanding open activities in the external form; 0 for no limit
 * @param ratePerSecond starts; 0 for no limit
 * @param batch how a batch handler's activities are gathered
 */
public record ConfiguredHandler<H>(
    HandlerBinding<H> binding,
    String taskQueue,
    HeartbeatInterval heartbeatInterval,
    Optional<Duration> expectedHeartbeatTimeout,
    Duration cancellationGrace,
    PauseAction pauseAction,
    ShutdownAction shutdownAction,
    int maxConcurrent,
    int maxOutstanding,
    double ratePerSecond,
    BatchPlan batch) {

  /** How attempts are looked after for which the server announced this timeout, zero for none. */
  AttemptPolicy policy(Duration heartbeatTimeout) {
    return new AttemptPolicy(
        HeartbeatPlan.of(heartbeatInterval, heartbeatTimeout),
        cancellationGrace,
        pauseAction == PauseAction.STOP || (pauseAction == PauseAction.BY_FORM && !isExternal()),
        shutdownAction == ShutdownAction.FAIL
            || (shutdownAction == ShutdownAction.BY_FORM && !isExternal()));
  }

  /** Whether anyone may end its activities as a matter of course. */
  public boolean isExternal() {
    return binding.form() == CompletionForm.EXTERNAL;
  }
}
