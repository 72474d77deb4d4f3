package dev.longhaul.samples.quickstart.activities;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.workflow.ArchiveActivities;
import dev.longhaul.samples.quickstart.workflow.Decision;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Has a person decide, which may take days: the question waits on a desk, and no thread does. */
@AsyncActivityHandler(
    activityType = "ApproveArchive",
    contract = ArchiveActivities.class,
    taskQueue = "archive",
    heartbeatInterval = "1s")
final class ApproveArchiveHandler {
  private final Desk desk;
  private Instant asked;

  @Inject
  ApproveArchiveHandler(Desk desk) {
    this.desk = desk;
  }

  @OnStart
  void start(Archive archive, PendingActivity<Decision> activity) {
    asked = Instant.now();
    desk.ask(activity.fullActivityId(), archive);
  }

  @OnHeartbeat
  Waiting waiting() {
    return new Waiting(Duration.between(asked, Instant.now()).toSeconds());
  }

  @OnCancel
  void cancel(StopRequest why, PendingActivity<Decision> activity) {
    desk.withdraw(activity.fullActivityId());
    if (why.kind() == StopRequest.Kind.CANCELLED) {
      activity.reportCancellation();
    }
  }
}
