package dev.longhaul.testing;

import dev.longhaul.proto.activity.v1.ActivityExecutionInfo;
import dev.longhaul.proto.common.v1.WorkflowExecution;
import dev.longhaul.proto.enums.v1.ActivityExecutionStatus;
import dev.longhaul.proto.enums.v1.PendingActivityState;
import dev.longhaul.proto.workflow.v1.PendingActivityInfo;
import dev.longhaul.proto.workflow.v1.WorkflowExecutionInfo;
import dev.longhaul.proto.workflowservice.v1.DescribeActivityExecutionResponse;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionResponse;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import java.time.Duration;
import java.util.Objects;

/** How runs and activities look in the answers of polls and describes. */
final class WireViews {
  private WireViews() {}

  static PollActivityTaskQueueResponse task(ActivityExecution activity) {
    PollActivityTaskQueueResponse.Builder task =
        activity.spec.task().toBuilder()
            .setTaskToken(activity.token())
            .setWorkflowNamespace(activity.run.namespace().name())
            .setWorkflowExecution(workflow(activity.run))
            .setActivityRunId(activity.isStandalone() ? activity.run.runId() : "")
            .setActivityId(activity.activityId())
            .setScheduledTime(Protos.timestamp(activity.scheduledAt))
            .setCurrentAttemptScheduledTime(Protos.timestamp(activity.attemptScheduledAt))
            .setAttempt(activity.attempt)
            .setScheduleToCloseTimeout(Protos.duration(activity.timeouts.scheduleToClose()))
            .setStartToCloseTimeout(Protos.duration(activity.timeouts.startToClose()))
            .setHeartbeatTimeout(Protos.duration(activity.timeouts.heartbeat()))
            .setRetryPolicy(activity.timeouts.retryPolicy());
    if (activity.startedAt != null) {
      task.setStartedTime(Protos.timestamp(activity.startedAt));
    }
    if (activity.details != null) {
      task.setHeartbeatDetails(activity.details);
    }
    return task.build();
  }

  static DescribeWorkflowExecutionResponse run(WorkflowRun run) {
    WorkflowExecutionInfo.Builder info =
        WorkflowExecutionInfo.newBuilder()
            .setExecution(execution(run))
            .setStartTime(Protos.timestamp(run.startedAt()))
            .setStatus(run.status());
    if (run.closedAt() != null) {
      info.setCloseTime(Protos.timestamp(run.closedAt()));
    }
    DescribeWorkflowExecutionResponse.Builder response =
        DescribeWorkflowExecutionResponse.newBuilder().setWorkflowExecutionInfo(info);
    run.pending().forEach(activity -> response.addPendingActivities(pending(activity)));
    return response.build();
  }

  /** Open, it is its only pending activity; what closed it is not told here. */
  static DescribeActivityExecutionResponse standalone(WorkflowRun run) {
    ActivityExecutionInfo.Builder info =
        ActivityExecutionInfo.newBuilder()
            .setActivityId(Objects.requireNonNull(run.standaloneId()))
            .setRunId(run.runId())
            .setStatus(ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_COMPLETED);
    for (ActivityExecution activity : run.pending()) {
      PendingActivityInfo pending = pending(activity);
      info.setStatus(
              activity.paused
                  ? ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_PAUSED
                  : ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_RUNNING)
          .setRunState(pending.getState())
          .setAttempt(pending.getAttempt())
          .setLastStartedTime(pending.getLastStartedTime());
    }
    return DescribeActivityExecutionResponse.newBuilder()
        .setRunId(run.runId())
        .setInfo(info)
        .build();
  }

  static PendingActivityInfo pending(ActivityExecution activity) {
    PendingActivityInfo.Builder info =
        PendingActivityInfo.newBuilder()
            .setActivityId(activity.activityId())
            .setActivityType(activity.spec.task().getActivityType())
            .setState(state(activity))
            .setAttempt(activity.attempt)
            .setMaximumAttempts(activity.timeouts.retryPolicy().getMaximumAttempts())
            .setScheduledTime(Protos.timestamp(activity.attemptScheduledAt))
            .setLastWorkerIdentity(activity.lastIdentity)
            .setPaused(activity.paused);
    addTimes(info, activity);
    if (activity.details != null) {
      info.setHeartbeatDetails(activity.details);
    }
    if (activity.lastFailure != null) {
      info.setLastFailure(activity.lastFailure);
    }
    if (activity.spec.task().hasPriority()) {
      info.setPriority(activity.spec.task().getPriority());
    }
    return info.build();
  }

  private static void addTimes(PendingActivityInfo.Builder info, ActivityExecution activity) {
    Duration total = activity.timeouts.scheduleToClose();
    if (!total.isZero()) {
      info.setExpirationTime(Protos.timestamp(activity.scheduledAt.plus(total)));
    }
    if (activity.startedAt != null) {
      info.setLastStartedTime(Protos.timestamp(activity.startedAt));
    }
    if (activity.lastHeartbeatAt != null) {
      info.setLastHeartbeatTime(Protos.timestamp(activity.lastHeartbeatAt));
    }
    if (activity.attemptEndedAt != null) {
      info.setLastAttemptCompleteTime(Protos.timestamp(activity.attemptEndedAt));
    }
    if (activity.backoff != null) {
      info.setCurrentRetryInterval(Protos.duration(activity.backoff.delay()));
      info.setNextAttemptScheduleTime(Protos.timestamp(activity.backoff.until()));
    }
    if (activity.pausedAt != null) {
      info.getPauseInfoBuilder().setPauseTime(Protos.timestamp(activity.pausedAt));
    }
  }

  private static PendingActivityState state(ActivityExecution activity) {
    if (activity.cancelRequested) {
      return PendingActivityState.PENDING_ACTIVITY_STATE_CANCEL_REQUESTED;
    } else if (activity.started) {
      return activity.paused
          ? PendingActivityState.PENDING_ACTIVITY_STATE_PAUSE_REQUESTED
          : PendingActivityState.PENDING_ACTIVITY_STATE_STARTED;
    }
    return activity.paused
        ? PendingActivityState.PENDING_ACTIVITY_STATE_PAUSED
        : PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED;
  }

  // Present, but empty, for a standalone activity.
  private static WorkflowExecution workflow(WorkflowRun run) {
    return run.isStandalone() ? WorkflowExecution.getDefaultInstance() : execution(run);
  }

  private static WorkflowExecution execution(WorkflowRun run) {
    return WorkflowExecution.newBuilder()
        .setWorkflowId(run.workflowId())
        .setRunId(run.runId())
        .build();
  }
}
