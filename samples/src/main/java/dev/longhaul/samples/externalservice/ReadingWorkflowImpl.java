package dev.longhaul.samples.externalservice;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** An ordinary workflow of the official Java SDK. */
public final class ReadingWorkflowImpl implements ReadingWorkflow {

  @Override
  public Text read(Document document, String activityQueue) {
    ReadingActivities activities =
        Workflow.newActivityStub(
            ReadingActivities.class,
            ActivityOptions.newBuilder()
                .setTaskQueue(activityQueue)
                .setStartToCloseTimeout(Duration.ofMinutes(10))
                .setHeartbeatTimeout(Duration.ofSeconds(3)) // by which a lost worker is noticed
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setRetryOptions(
                    RetryOptions.newBuilder().setInitialInterval(Duration.ofMillis(500)).build())
                .build());
    return activities.readDocument(document);
  }
}
