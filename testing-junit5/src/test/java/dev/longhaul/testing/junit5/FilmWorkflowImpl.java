package dev.longhaul.testing.junit5;

import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Written for production: it names the queue of the handlers there. */
public final class FilmWorkflowImpl implements FilmWorkflow {
  private final FilmActivities activities =
      Workflow.newActivityStub(
          FilmActivities.class,
          ActivityOptions.newBuilder()
              .setTaskQueue("media")
              .setStartToCloseTimeout(Duration.ofHours(2))
              .setHeartbeatTimeout(Duration.ofSeconds(30))
              .build());

  @Override
  public String publish(String video) {
    return activities.transcode(video);
  }
}
