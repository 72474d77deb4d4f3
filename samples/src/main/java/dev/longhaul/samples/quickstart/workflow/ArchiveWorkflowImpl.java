package dev.longhaul.samples.quickstart.workflow;

import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.archive.ArchiveRefusedException;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** The options say all that a workflow has to know about activities that Longhaul handles. */
public final class ArchiveWorkflowImpl implements ArchiveWorkflow {

  @Override
  public Outcome run(Order order) {
    ArchiveActivities activities =
        Workflow.newActivityStub(ArchiveActivities.class, options(order.activityQueue()));
    Archive archive = activities.archiveFolder(order.request());
    try {
      return publish(archive, activities);
    } catch (ActivityFailure failure) {
      // Also when the workflow was cancelled, in whose scope no activity starts any more.
      Workflow.newDetachedCancellationScope(() -> activities.discardArchive(archive)).run();
      throw failure;
    }
  }

  private static Outcome publish(Archive archive, ArchiveActivities activities) {
    Decision decision = activities.approveArchive(archive);
    if (decision.approved()) {
      return new Outcome(archive, decision, activities.publishReport(archive, decision));
    }
    activities.discardArchive(archive);
    return new Outcome(archive, decision, null);
  }

  static ActivityOptions options(String taskQueue) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(taskQueue) // Longhaul's; no worker of an SDK polls it
        .setStartToCloseTimeout(Duration.ofDays(7)) // people take their time
        .setHeartbeatTimeout(Duration.ofSeconds(5)) // at least twice the handlers' interval
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setMaximumAttempts(3)
                .setDoNotRetry(ArchiveRefusedException.class.getName())
                .build())
        .build();
  }
}
