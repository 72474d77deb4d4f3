package dev.longhaul.docs.patterns;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All formats or none: if one fails for good, the others are cancelled. */
public final class RenditionsWorkflowImpl implements RenditionsWorkflow {
  private final Media media =
      Workflow.newActivityStub(
          Media.class,
          ActivityOptions.newBuilder()
              .setTaskQueue("media") // Longhaul's own
              .setStartToCloseTimeout(Duration.ofHours(6))
              .setHeartbeatTimeout(Duration.ofMinutes(1))
              .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
              .build());

  @Override
  public List<String> render(String video, List<String> formats) {
    List<Promise<String>> renditions = new ArrayList<>();
    CancellationScope scope =
        Workflow.newCancellationScope(
            () ->
                formats.forEach(
                    format -> renditions.add(Async.function(media::render, video, format))));
    scope.run();
    try {
      Promise.allOf(renditions).get(); // throws as soon as one has failed
    } catch (ActivityFailure failure) {
      scope.cancel();
      renditions.forEach(RenditionsWorkflowImpl::awaitEnd);
      throw failure;
    }
    return renditions.stream().map(Promise::get).toList(); // in the order of the formats
  }

  private static void awaitEnd(Promise<String> rendition) {
    rendition.handle((result, failure) -> result).get();
  }
}
