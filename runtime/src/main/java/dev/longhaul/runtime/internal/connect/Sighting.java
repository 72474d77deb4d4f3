package dev.longhaul.runtime.internal.connect;

import com.google.protobuf.Timestamp;
import dev.longhaul.proto.activity.v1.ActivityExecutionInfo;
import dev.longhaul.proto.enums.v1.ActivityExecutionStatus;
import dev.longhaul.proto.enums.v1.PendingActivityState;
import dev.longhaul.proto.enums.v1.WorkflowExecutionStatus;
import dev.longhaul.proto.workflow.v1.PendingActivityInfo;
import dev.longhaul.proto.workflowservice.v1.DescribeActivityExecutionResponse;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.util.Optional;

/**
 * How an activity stood on the server at one moment. Immutable.
 *
 * @param runId its run
 * @param runIsOpen whether that run is; a standalone activity is in none that could be closed
 * @param attempt its current attempt; empty if it is closed
 */
record Sighting(String runId, boolean runIsOpen, Optional<Attempt> attempt) {

  /**
   * An attempt, by the server's own number and clock.
   *
   * @param number from 1; an operator's reset starts again with it
   * @param running whether a worker has it, rather than the queue or a back-off
   * @param startedAt of the last start
   */
  record Attempt(int number, boolean running, Timestamp startedAt) {}

  static Sighting of(DescribeWorkflowExecutionResponse run, String activityId) {
    var info = run.getWorkflowExecutionInfo();
    return new Sighting(
        info.getExecution().getRunId(),
        info.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING,
        run.getPendingActivitiesList().stream()
            .filter(pending -> pending.getActivityId().equals(activityId))
            .map(Sighting::attempt)
            .findFirst());
  }

  static Sighting of(DescribeActivityExecutionResponse activity) {
    ActivityExecutionInfo info = activity.getInfo();
    return new Sighting(
        activity.getRunId(),
        true,
        isOpen(info.getStatus())
            ? Optional.of(
                new Attempt(
                    info.getAttempt(), isRunning(info.getRunState()), info.getLastStartedTime()))
            : Optional.empty());
  }

  private static boolean isOpen(ActivityExecutionStatus status) {
    return status == ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_RUNNING
        || status == ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_PAUSED;
  }

  /** Whether the attempt that was running then is still running now. */
  boolean isStill(Sighting earlier) {
    return attempt.isPresent()
        && attempt.get().running()
        && attempt.equals(earlier.attempt)
        && runId.equals(earlier.runId);
  }

  private static Attempt attempt(PendingActivityInfo pending) {
    return new Attempt(
        pending.getAttempt(), isRunning(pending.getState()), pending.getLastStartedTime());
  }

  // A cancellation of an attempt that does not run closes the activity at once.
  private static boolean isRunning(PendingActivityState state) {
    return switch (state) {
      case PENDING_ACTIVITY_STATE_STARTED,
          PENDING_ACTIVITY_STATE_CANCEL_REQUESTED,
          PENDING_ACTIVITY_STATE_PAUSE_REQUESTED ->
          true;
      default -> false;
    };
  }
}
