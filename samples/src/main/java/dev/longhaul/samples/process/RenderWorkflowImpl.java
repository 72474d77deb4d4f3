package dev.longhaul.samples.process;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** One activity; a program that crashes is started again. */
public final class RenderWorkflowImpl implements RenderWorkflow {

  @Override
  public Progress render(RenderOrder order, String activityQueue) {
    return Workflow.newActivityStub(RenderActivities.class, options(activityQueue)).render(order);
  }

  private static ActivityOptions options(String activityQueue) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(activityQueue) // Longhaul's; no worker of an SDK polls it
        .setStartToCloseTimeout(Duration.ofHours(1)) // the longest that the program may take
        .setHeartbeatTimeout(Duration.ofSeconds(5)) // at least twice the handler's interval
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(3).build())
        .build();
  }
}
