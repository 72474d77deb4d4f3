package dev.longhaul.functional;

import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED;
import static io.temporal.api.enums.v1.PendingActivityState.PENDING_ACTIVITY_STATE_PAUSED;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest.Kind;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.functional.Controlled.Stage;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pauses, resets and changed options of activities that run, on a real server. */
class OperatorIT {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Controlled controlled = new Controlled();
  private LongRunningActivityManager manager;
  private WorkflowStub workflow;
  private Operator operator;

  @BeforeEach
  void start() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    manager = longhaul.startControlled(controlled);
  }

  @Test
  void pausedExternal_goesOn_andIsToldOfBothEnds() throws Exception {
    run("External", 0);
    PendingActivity<String> pending = controlled.nextExternal();

    operator.pause();
    assertThat(controlled.nextPause()).isEqualTo(PauseEvent.PAUSED);
    operator.unpause();
    assertThat(controlled.nextPause()).isEqualTo(PauseEvent.RESUMED);

    pending.complete("done").get(30, SECONDS);
    assertCompletedOnceWith("done");
    assertThat(controlled.stops).isEmpty();
  }

  @Test
  void pausedExternal_mayCompleteWhilePaused() throws Exception {
    run("External", 0);
    PendingActivity<String> pending = controlled.nextExternal();
    operator.pause();
    assertThat(controlled.nextPause()).isEqualTo(PauseEvent.PAUSED);

    pending.complete("done").get(30, SECONDS);

    assertCompletedOnceWith("done");
  }

  @Test
  void pausedStage_isStopped_andRunsAgainAfterThePause() throws Exception {
    run("Stage", 0);
    controlled.nextStage();

    stopByPauseAndCompleteNext(2);
  }

  @Test
  void pausedLaterStage_isStopped_andRunsAgainAfterThePause() throws Exception {
    run("Stage", 0);
    failFirst();
    assertThat(controlled.nextStage().context().attempt()).isEqualTo(2);

    stopByPauseAndCompleteNext(3);
  }

  // Stopping it would fail the activity: there is no attempt left.
  @Test
  void pausedLastAttempt_goesOn() throws Exception {
    run("Stage", 1);
    Stage stage = controlled.nextStage();

    operator.pause();
    assertThat(controlled.nextPause()).isEqualTo(PauseEvent.PAUSED);
    stage.result().complete("done");

    assertCompletedOnceWith("done");
    assertThat(controlled.stops).isEmpty();
  }

  @Test
  void resetFirstAttempt_isStopped_andRunsAgain() throws Exception {
    run("Stage", 0);
    controlled.nextStage();

    operator.reset();

    assertThat(controlled.nextStop()).isEqualTo(Kind.RESET);
    controlled.nextStage().result().complete("after the reset");
    assertCompletedOnceWith("after the reset");
  }

  // The server counts the running attempt as the first one: its token is worthless, and its
  // heartbeat timeout brings the next one.
  @Test
  void resetLaterAttempt_isGone_andTheNextOneCompletes() throws Exception {
    run("Stage", 0);
    failFirst();
    assertThat(controlled.nextStage().context().attempt()).isEqualTo(2);

    operator.reset();

    assertThat(controlled.nextStop()).isEqualTo(Kind.GONE);
    controlled.nextStage().result().complete("after the reset");
    assertCompletedOnceWith("after the reset");
  }

  // The task said three seconds; the server now allows more.
  @Test
  void longerTimeoutWhileRunning_isNoLocalTimeout() throws Exception {
    run(Call.of("Stage", longhaul.activities()).startToClose(Duration.ofSeconds(3)));
    Stage stage = controlled.nextStage();
    operator.startToClose(MINUTE);
    Instant pastTheOldOne = Instant.now().plusSeconds(10);

    await()
        .atMost(MINUTE)
        .until(() -> lastHeartbeat().isAfter(pastTheOldOne) && controlled.stops.isEmpty());
    stage.result().complete("late");

    assertCompletedOnceWith("late");
  }

  private void stopByPauseAndCompleteNext(int nextAttempt) throws Exception {
    operator.pause();
    assertThat(controlled.nextStop()).isEqualTo(Kind.PAUSED);
    await()
        .atMost(MINUTE)
        .until(() -> operator.activity().getState() == PENDING_ACTIVITY_STATE_PAUSED);
    assertThat(operator.activity().getLastFailure().getApplicationFailureInfo().getType())
        .isEqualTo("ActivityPause");
    assertThat(controlled.stages).isEmpty();

    operator.unpause();
    Stage next = controlled.nextStage();
    assertThat(next.context().attempt()).isEqualTo(nextAttempt);
    next.result().complete("after the pause");
    assertCompletedOnceWith("after the pause");
  }

  private void failFirst() throws InterruptedException {
    controlled.nextStage().result().completeExceptionally(new IllegalStateException("first"));
  }

  private Instant lastHeartbeat() {
    return Instant.ofEpochSecond(operator.activity().getLastHeartbeatTime().getSeconds());
  }

  private void run(String type, int attempts) {
    run(
        Call.of(type, longhaul.activities())
            .startToClose(MINUTE)
            .heartbeatTimeout(Duration.ofSeconds(3))
            .attempts(attempts));
  }

  private void run(Call call) {
    workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(call);
    operator = new Operator(workflow);
  }

  private void assertCompletedOnceWith(String result) {
    assertThat(workflow.getResult(String.class)).isEqualTo(result);
    assertThat(History.of(workflow).count(EVENT_TYPE_ACTIVITY_TASK_COMPLETED)).isEqualTo(1);
    await().atMost(MINUTE).until(() -> manager.snapshot().isEmpty());
    assertThat(controlled.stages).isEmpty();
    assertThat(controlled.externals).isEmpty();
  }
}
