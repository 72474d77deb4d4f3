package dev.longhaul.testing;

import static dev.longhaul.testing.Worker.QUEUE;
import static dev.longhaul.testing.Worker.outcomeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.longhaul.proto.enums.v1.PendingActivityState;
import dev.longhaul.proto.enums.v1.WorkflowExecutionStatus;
import dev.longhaul.testing.ActivityTable.Call;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cancel requests, pauses, resets and the end of the workflow. */
class OperatorActionsTest {
  private final FakeTemporalService service = FakeTemporalService.start();
  private final Worker worker = new Worker(service);
  private final FakeActivity activity =
      service.schedule(ActivitySpec.of("Type", QUEUE).maximumAttempts(2));

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void cancelRequest_whileNotStarted_closesAtOnce() {
    activity.requestCancel();

    assertThat(activity.outcome()).contains(new ActivityOutcome.Cancelled(null, ""));
    assertThat(activity.pending()).isEmpty();
  }

  @Test
  void cancelRequest_whileStarted_waitsForTheWorker() {
    ByteString token = worker.pollToken();
    activity.requestCancel();
    assertThat(state()).isEqualTo(PendingActivityState.PENDING_ACTIVITY_STATE_CANCEL_REQUESTED);

    worker.cancel(token, Worker.payloads("undone"));

    assertThat(activity.awaitOutcome())
        .isEqualTo(new ActivityOutcome.Cancelled(Worker.payloads("undone"), Worker.IDENTITY));
  }

  @Test
  void pausedBeforeItsStart_isNotDispatchedUntilUnpaused() {
    activity.pause();
    activity.pause();
    assertThat(state()).isEqualTo(PendingActivityState.PENDING_ACTIVITY_STATE_PAUSED);
    var poll = new OpenedPoll(service);
    service.awaitOpenPolls(QUEUE, 1);

    activity.unpause();

    assertThat(poll.answer().getAttempt()).isEqualTo(1);
    assertThat(state()).isEqualTo(PendingActivityState.PENDING_ACTIVITY_STATE_STARTED);
  }

  @Test
  void pausedWhileStarted_isParkedByAFailure_evenOnTheLastAttempt() {
    fail(worker.pollToken());
    activity.endBackoff();
    ByteString last = worker.pollToken();
    activity.pause();
    assertThat(state()).isEqualTo(PendingActivityState.PENDING_ACTIVITY_STATE_PAUSE_REQUESTED);

    fail(last);

    assertThat(state()).isEqualTo(PendingActivityState.PENDING_ACTIVITY_STATE_PAUSED);
    assertThat(activity.attempt()).isEqualTo(3);
    activity.unpause();
    assertThat(worker.poll().getAttempt()).isEqualTo(3);
  }

  @Test
  void pausedWhileBackingOff_isNotDispatchedByTheClock() {
    fail(worker.pollToken());
    activity.pause();

    service.clock().advance(Duration.ofMinutes(5));

    assertThat(state()).isEqualTo(PendingActivityState.PENDING_ACTIVITY_STATE_PAUSED);
    assertThat(service.clock().pendingTasks()).isZero();
  }

  @Test
  void paused_doesNotTimeOut() {
    worker.pollToken();
    activity.pause();

    assertThatThrownBy(() -> activity.timeOut(1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void resetOfTheFirstAttempt_keepsItsToken() {
    ByteString token = worker.pollToken();
    activity.reset();

    assertThat(worker.heartbeat(token).getActivityReset()).isTrue();
    fail(token);
    activity.endBackoff();
    assertThat(worker.heartbeat(worker.pollToken()).getActivityReset()).isFalse();
  }

  @Test
  void resetOfALaterAttempt_makesItsTokenOldAndTheFirstOneGoodAgain() {
    ByteString first = worker.pollToken();
    fail(first);
    activity.endBackoff();
    ByteString second = worker.pollToken();
    activity.reset();

    assertThat(activity.attempt()).isEqualTo(1);
    assertThat(outcomeOf(() -> worker.byToken(Call.HEARTBEAT, second)))
        .isEqualTo("NOT_FOUND NotFoundFailure");
    assertThat(worker.heartbeat(first).getActivityReset()).isTrue();
  }

  @Test
  void resetWhileBackingOff_dispatchesAttemptOneNow() {
    fail(worker.pollToken());
    activity.reset();

    assertThat(worker.poll().getAttempt()).isEqualTo(1);
  }

  @Test
  void closedWorkflow_takesItsActivitiesAlong() {
    service.closeWorkflow(
        activity.workflowId(), WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);

    assertThat(activity.outcome()).contains(new ActivityOutcome.WorkflowClosed());
    FakeActivity next = service.schedule(ActivitySpec.of("Type", QUEUE));
    assertThat(next.runId()).isNotEqualTo(activity.runId());
    assertThat(worker.poll().getWorkflowExecution().getRunId()).isEqualTo(next.runId());
  }

  @Test
  void closedActivity_cannotBeDriven() {
    activity.requestCancel();

    assertThatThrownBy(activity::pause).isInstanceOf(IllegalStateException.class);
  }

  private void fail(ByteString token) {
    worker.fail(token, Worker.failure("Type"));
  }

  private PendingActivityState state() {
    return activity.pending().orElseThrow().getState();
  }
}
