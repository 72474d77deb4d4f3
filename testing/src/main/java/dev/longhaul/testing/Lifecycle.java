package dev.longhaul.testing;

import dev.longhaul.proto.enums.v1.RetryState;
import dev.longhaul.proto.enums.v1.TimeoutType;
import dev.longhaul.proto.enums.v1.WorkflowExecutionStatus;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.failure.v1.TimeoutFailureInfo;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import dev.longhaul.testing.RetryDecision.Close;
import dev.longhaul.testing.RetryDecision.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Moves activities from state to state, and nobody else does. Used under the service's lock; what
 * it schedules on the clock takes it anew.
 */
final class Lifecycle {
  private final FakeClock clock;
  private final Monitor monitor;
  private final TaskQueues queues = new TaskQueues(this::start);
  private final TimeoutTimers timers;
  private final AttemptListener listener;

  Lifecycle(FakeClock clock, Monitor monitor, boolean firesTimeouts, AttemptListener listener) {
    this.clock = clock;
    this.monitor = monitor;
    this.listener = listener;
    this.timers = new TimeoutTimers(clock, monitor, this::timeOut, firesTimeouts);
  }

  TaskQueues queues() {
    return queues;
  }

  Instant now() {
    return clock.now();
  }

  ActivityExecution schedule(WorkflowRun run, ActivitySpec spec) {
    ActivityExecution activity = new ActivityExecution(run, spec, now());
    run.add(activity);
    timers.watch(activity);
    queues.offer(activity);
    return activity;
  }

  void heartbeat(ActivityExecution activity, ActivityRequest request) {
    activity.recordHeartbeat(request.payloads(), request.identity(), now());
    timers.watch(activity);
    listener.heartbeat(activity.activityId(), activity.token());
  }

  void close(ActivityExecution activity, ActivityOutcome outcome) {
    tellEnd(activity, outcome);
    activity.stopBackoff();
    timers.forget(activity);
    queues.withdraw(activity);
    activity.outcome = outcome;
    // A closed workflow is described with the activities that it left behind.
    if (!(outcome instanceof ActivityOutcome.WorkflowClosed)) {
      activity.run.remove(activity);
    }
    if (activity.isStandalone()) {
      activity.run.close(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED, now());
    }
    listener.closed(activity.activityId(), outcome);
  }

  /** The attempt failed; the retry policy decides what follows. */
  void fail(ActivityExecution activity, Failure failure, String identity) {
    RetryDecision decision = RetryDecision.of(activity, failure, now());
    if (decision instanceof Close close) {
      close(activity, new ActivityOutcome.Failed(failure, close.why(), identity));
    } else {
      tellEnd(
          activity,
          new ActivityOutcome.Failed(failure, RetryState.RETRY_STATE_IN_PROGRESS, identity));
      scheduleNext(activity, failure, decision);
    }
  }

  /** The attempt, or with the total timeouts the activity, timed out. */
  void timeOut(ActivityExecution activity, TimeoutType type) {
    TimeoutFailureInfo.Builder info = TimeoutFailureInfo.newBuilder().setTimeoutType(type);
    if (activity.details != null) {
      info.setLastHeartbeatDetails(activity.details);
    }
    Failure failure =
        Failure.newBuilder()
            .setMessage("activity " + type)
            .setSource("Server")
            .setTimeoutFailureInfo(info)
            .build();
    RetryDecision decision = RetryDecision.of(activity, failure, now());
    if (decision instanceof Close close) {
      boolean noTimeLeft = close.why() == RetryState.RETRY_STATE_TIMEOUT;
      close(
          activity,
          new ActivityOutcome.TimedOut(
              noTimeLeft ? TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE : type, close.why()));
    } else {
      tellEnd(activity, new ActivityOutcome.TimedOut(type, RetryState.RETRY_STATE_IN_PROGRESS));
      scheduleNext(activity, failure, decision);
    }
  }

  void requestCancel(ActivityExecution activity) {
    if (activity.started) {
      activity.cancelRequested = true;
    } else {
      close(activity, new ActivityOutcome.Cancelled(null, ""));
    }
  }

  void pause(ActivityExecution activity) {
    if (activity.paused) {
      return;
    }
    activity.paused = true;
    activity.pausedAt = now();
    if (!activity.isStandalone()) {
      activity.stopBackoff();
    }
    queues.withdraw(activity);
  }

  /** Dispatched at once; only a standalone activity still waits for the end of its back-off. */
  void unpause(ActivityExecution activity) {
    if (!activity.paused) {
      return;
    }
    activity.unpause();
    timers.watch(activity);
    if (!activity.started && activity.backoff == null) {
      dispatch(activity);
    }
  }

  /**
   * Starts with attempt 1 again. If one is running, its number changes at once, so that the token
   * of a later attempt becomes an old one; that of a standalone activity only after its end.
   */
  void reset(ActivityExecution activity) {
    activity.unpause();
    timers.watch(activity);
    if (activity.started) {
      activity.reset = true;
      activity.attempt = activity.isStandalone() ? activity.attempt : 1;
      return;
    }
    activity.stopBackoff();
    queues.withdraw(activity);
    activity.scheduleAttempt(1, now());
    queues.offer(activity);
  }

  /** Ends the wait for the next attempt, if there is one. */
  void endBackoff(ActivityExecution activity) {
    if (activity.backoff != null) {
      activity.stopBackoff();
      if (!activity.paused) {
        dispatch(activity);
      }
    }
  }

  void closeWorkflow(WorkflowRun run, WorkflowExecutionStatus status) {
    run.pending().forEach(activity -> close(activity, new ActivityOutcome.WorkflowClosed()));
    run.close(status, now());
  }

  private void start(ActivityExecution activity, OpenPoll poll) {
    activity.start(poll.request().getIdentity(), now());
    timers.watch(activity);
    PollActivityTaskQueueResponse task = WireViews.task(activity);
    listener.started(activity.activityId(), activity.attempt, task.getTaskToken());
    monitor.later(() -> poll.answer().complete(task));
  }

  private void tellEnd(ActivityExecution activity, ActivityOutcome how) {
    if (activity.started) {
      listener.ended(activity.activityId(), activity.token(), how);
    }
  }

  private void dispatch(ActivityExecution activity) {
    activity.attemptScheduledAt = now();
    queues.offer(activity);
  }

  /** A timer that was stopped too late must not end a later wait. */
  private void endBackoff(ActivityExecution activity, Instant until) {
    if (activity.backoff != null && activity.backoff.until().equals(until)) {
      endBackoff(activity);
    }
  }

  private void scheduleNext(ActivityExecution activity, Failure failure, RetryDecision decision) {
    Instant now = now();
    activity.endAttempt(now);
    timers.watch(activity);
    activity.lastFailure = SizeLimits.kept(failure);
    if (decision instanceof Retry retry) {
      backOff(activity, retry.delay(), now);
    } else {
      activity.scheduleAttempt(activity.nextAttempt(), now);
    }
  }

  private void backOff(ActivityExecution activity, Duration delay, Instant now) {
    Instant until = now.plus(delay);
    activity.scheduleAttempt(activity.nextAttempt(), until);
    Future<?> timer =
        clock.schedule(
            () -> monitor.act(() -> endBackoff(activity, until)),
            delay.toNanos(),
            TimeUnit.NANOSECONDS);
    activity.backoff = new ActivityExecution.Backoff(delay, until, timer);
  }
}
