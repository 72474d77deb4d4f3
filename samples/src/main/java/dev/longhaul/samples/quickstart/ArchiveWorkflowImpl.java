package dev.longhaul.samples.quickstart;

import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.archive.ArchiveRefusedException;
import dev.longhaul.samples.quickstart.archive.ArchiveRequest;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** The options say all that a workflow has to know about activities that Longhaul handles. */
public final class ArchiveWorkflowImpl implements ArchiveWorkflow {
  private static final ActivityOptions ARCHIVE_OPTIONS =
      ActivityOptions.newBuilder()
          .setTaskQueue("archive") // Longhaul's; the SDK's worker does not poll it
          .setStartToCloseTimeout(Duration.ofHours(1))
          .setHeartbeatTimeout(Duration.ofSeconds(5)) // at least twice the handler's interval
          .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
          .setRetryOptions(
              RetryOptions.newBuilder()
                  .setMaximumAttempts(3)
                  .setDoNotRetry(ArchiveRefusedException.class.getName())
                  .build())
          .build();

  private final ArchiveActivities activities =
      Workflow.newActivityStub(ArchiveActivities.class, ARCHIVE_OPTIONS);

  @Override
  public Archive run(ArchiveRequest request) {
    return activities.archiveFolder(request);
  }
}
