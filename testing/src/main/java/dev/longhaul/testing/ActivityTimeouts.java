package dev.longhaul.testing;

import dev.longhaul.proto.common.v1.RetryPolicy;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import java.time.Duration;

/**
 * Timeouts and retry policy as the server makes them of what a workflow asked for; zero is none.
 */
record ActivityTimeouts(
    Duration scheduleToClose, Duration startToClose, Duration heartbeat, RetryPolicy retryPolicy) {
  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(1);
  private static final double DEFAULT_COEFFICIENT = 2.0;
  private static final int DEFAULT_CAP_FACTOR = 100;

  static ActivityTimeouts of(PollActivityTaskQueueResponse task) {
    Duration scheduleToClose = Protos.duration(task.getScheduleToCloseTimeout());
    Duration startToClose =
        capped(Protos.duration(task.getStartToCloseTimeout()), scheduleToClose, scheduleToClose);
    Duration heartbeat =
        capped(Protos.duration(task.getHeartbeatTimeout()), startToClose, Duration.ZERO);
    return new ActivityTimeouts(
        scheduleToClose, startToClose, heartbeat, completed(task.getRetryPolicy()));
  }

  private static Duration capped(Duration timeout, Duration cap, Duration ifAbsent) {
    if (timeout.isZero()) {
      return ifAbsent;
    }
    return cap.isZero() || timeout.compareTo(cap) < 0 ? timeout : cap;
  }

  private static RetryPolicy completed(RetryPolicy asked) {
    RetryPolicy.Builder policy = asked.toBuilder();
    if (!asked.hasInitialInterval()) {
      policy.setInitialInterval(Protos.duration(DEFAULT_INTERVAL));
    }
    if (asked.getBackoffCoefficient() == 0) {
      policy.setBackoffCoefficient(DEFAULT_COEFFICIENT);
    }
    if (!asked.hasMaximumInterval()) {
      Duration initial = Protos.duration(policy.getInitialInterval());
      policy.setMaximumInterval(Protos.duration(initial.multipliedBy(DEFAULT_CAP_FACTOR)));
    }
    return policy.build();
  }
}
