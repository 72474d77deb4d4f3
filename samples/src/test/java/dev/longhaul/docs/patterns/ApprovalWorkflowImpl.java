package dev.longhaul.docs.patterns;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** A reminder is an activity of its own: the question stays one activity, however long it takes. */
public final class ApprovalWorkflowImpl implements ApprovalWorkflow {
  private final Approvals approvals =
      Workflow.newActivityStub(
          Approvals.class,
          ActivityOptions.newBuilder()
              .setTaskQueue("approvals") // Longhaul's own
              .setScheduleToCloseTimeout(Duration.ofDays(30))
              .setHeartbeatTimeout(Duration.ofMinutes(2))
              .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
              .build());

  @Override
  public boolean ask(String subject, Duration remindEvery) {
    Promise<Boolean> decision = Async.function(approvals::approve, subject);
    while (!Workflow.await(remindEvery, decision::isCompleted)) {
      approvals.remind(subject);
    }
    return decision.get();
  }
}
