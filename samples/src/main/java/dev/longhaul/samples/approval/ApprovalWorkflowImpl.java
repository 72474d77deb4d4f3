package dev.longhaul.samples.approval;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** A person who answers, refuses or stays silent is a result, a failure or a timeout. */
public final class ApprovalWorkflowImpl implements ApprovalWorkflow {
  /** The type of the failure that says no. */
  static final String REJECTED = "Rejected";

  @Override
  public String ask(String purpose, int amount, Duration patience, String activityQueue) {
    ApprovalActivities activities =
        Workflow.newActivityStub(ApprovalActivities.class, options(patience, activityQueue));
    try {
      int approved = activities.approveBudget(purpose, amount);
      return "%d of %d approved for %s".formatted(approved, amount, purpose);
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof ApplicationFailure why && why.getType().equals(REJECTED)) {
        return "%s rejected: %s".formatted(purpose, why.getOriginalMessage());
      }
      if (failure.getCause() instanceof TimeoutFailure) {
        return "nobody answered within %d s, so there is nothing for %s"
            .formatted(patience.toSeconds(), purpose);
      }
      throw failure;
    }
  }

  private static ActivityOptions options(Duration patience, String activityQueue) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(activityQueue) // Longhaul's; no worker of an SDK polls it
        .setScheduleToCloseTimeout(patience) // no heartbeat timeout: no process has to live on
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .build();
  }
}
