package dev.longhaul.functional;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.StopRequest.Kind;
import dev.longhaul.functional.Controlled.Stage;
import dev.longhaul.runtime.LonghaulClient;
import io.temporal.api.enums.v1.ActivityExecutionStatus;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Activities that no workflow has, on a real server. */
class StandaloneIT {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Controlled controlled = new Controlled();
  private LongRunningActivityManager manager;

  @BeforeEach
  void start() {
    manager = longhaul.startControlled(controlled);
  }

  @Test
  void stage_completes() throws Exception {
    StandaloneActivity activity = started("Stage");
    Stage stage = controlled.nextStage();
    assertThat(stage.context().workflowId()).isEmpty();
    assertThat(stage.context().activityId()).isEqualTo(activity.id());

    stage.result().complete("done");

    assertThat(activity.awaitResult()).isEqualTo("\"done\"");
    await().atMost(MINUTE).until(() -> manager.snapshot().isEmpty());
  }

  @Test
  void failure_isRetried() throws Exception {
    StandaloneActivity activity = started("Stage");
    controlled.nextStage().result().completeExceptionally(new IllegalStateException("first"));

    Stage second = controlled.nextStage();
    assertThat(second.context().attempt()).isEqualTo(2);
    second.result().complete("at last");

    assertThat(activity.awaitResult()).isEqualTo("\"at last\"");
  }

  @Test
  void clientOfAnotherProcess_completesItById_once() throws Exception {
    StandaloneActivity activity = started("External");
    controlled.nextExternal();
    FullActivityId id = FullActivityId.standalone("default", activity.id());

    try (LonghaulClient client = LonghaulClient.connect(longhaul.module())) {
      client.complete(id, "elsewhere").get(30, SECONDS);
      assertThatThrownBy(() -> client.complete(id, "again").get(30, SECONDS))
          .hasCauseInstanceOf(ActivityNotFoundException.class);
    }

    assertThat(activity.awaitResult()).isEqualTo("\"elsewhere\"");
    await().atMost(MINUTE).until(() -> manager.snapshot().isEmpty());
    assertThat(controlled.stops).isEmpty();
  }

  @Test
  void cancelRequest_stopsIt() throws Exception {
    StandaloneActivity activity = started("Stage");
    controlled.nextStage();

    activity.requestCancel();

    assertThat(controlled.nextStop()).isEqualTo(Kind.CANCELLED);
    await()
        .atMost(MINUTE)
        .until(
            () -> activity.status() == ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_CANCELED);
  }

  @Test
  void terminated_isGone() throws Exception {
    StandaloneActivity activity = started("Stage");
    controlled.nextStage();

    activity.terminate();

    assertThat(controlled.nextStop()).isEqualTo(Kind.GONE);
    await().atMost(MINUTE).until(() -> manager.snapshot().isEmpty());
  }

  @Test
  void paused_isStopped_andRunsAgainAfterThePause() throws Exception {
    StandaloneActivity activity = started("Stage");
    controlled.nextStage();

    activity.pause();
    assertThat(controlled.nextStop()).isEqualTo(Kind.PAUSED);
    await()
        .atMost(MINUTE)
        .until(() -> activity.status() == ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_PAUSED);
    activity.unpause();
    controlled.nextStage().result().complete("after the pause");

    assertThat(activity.awaitResult()).isEqualTo("\"after the pause\"");
  }

  // Its token stays good, so that the heartbeat can tell, in any attempt.
  @Test
  void resetLaterAttempt_isStopped_andRunsAgain() throws Exception {
    StandaloneActivity activity = started("Stage");
    controlled.nextStage().result().completeExceptionally(new IllegalStateException("first"));
    controlled.nextStage();

    activity.reset();

    assertThat(controlled.nextStop()).isEqualTo(Kind.RESET);
    Stage next = controlled.nextStage();
    assertThat(next.context().attempt()).isEqualTo(1);
    next.result().complete("after the reset");
    assertThat(activity.awaitResult()).isEqualTo("\"after the reset\"");
  }

  private StandaloneActivity started(String type) {
    return StandaloneActivity.start(type, longhaul.activities());
  }
}
