package dev.longhaul.testing;

import static dev.longhaul.proto.enums.v1.RetryState.RETRY_STATE_CANCEL_REQUESTED;
import static dev.longhaul.proto.enums.v1.RetryState.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED;
import static dev.longhaul.proto.enums.v1.RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE;
import static dev.longhaul.proto.enums.v1.RetryState.RETRY_STATE_TIMEOUT;
import static dev.longhaul.proto.enums.v1.TimeoutType.TIMEOUT_TYPE_HEARTBEAT;
import static dev.longhaul.proto.enums.v1.TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE;
import static dev.longhaul.proto.enums.v1.TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START;
import static dev.longhaul.proto.enums.v1.TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE;
import static dev.longhaul.testing.Worker.IDENTITY;
import static dev.longhaul.testing.Worker.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.google.protobuf.ByteString;
import dev.longhaul.proto.common.v1.RetryPolicy;
import dev.longhaul.proto.enums.v1.RetryState;
import dev.longhaul.proto.enums.v1.TimeoutType;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.workflow.v1.PendingActivityInfo;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private static final ActivitySpec SPEC = ActivitySpec.of("Type", QUEUE);
  private static final Failure FAILURE = Worker.failure("Broken");

  private final FakeTemporalService service = FakeTemporalService.start();
  private final FakeClock clock = service.clock();
  private final Worker worker = new Worker(service);

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void failure_isRetriedAfterTheBackoffWithANewToken() {
    FakeActivity activity = service.schedule(SPEC);
    PollActivityTaskQueueResponse first = worker.poll();
    worker.fail(first.getTaskToken(), FAILURE);
    OpenedPoll poll = new OpenedPoll(service);
    service.awaitOpenPolls(QUEUE, 1);

    clock.advance(Duration.ofMillis(999));
    assertThat(service.openPolls(QUEUE)).isEqualTo(1);
    clock.advance(Duration.ofMillis(1));

    PollActivityTaskQueueResponse second = poll.answer();
    assertThat(second.getAttempt()).isEqualTo(2);
    assertThat(second.getActivityId()).isEqualTo(first.getActivityId());
    assertThat(second.getTaskToken()).isNotEqualTo(first.getTaskToken());
    assertThat(second.getScheduledTime()).isEqualTo(first.getScheduledTime());
    assertThat(second.getCurrentAttemptScheduledTime())
        .isEqualTo(Protos.timestamp(clock.now()))
        .isEqualTo(second.getStartedTime());
    assertThat(activity.outcome()).isEmpty();
  }

  @Test
  void backoff_growsAndIsShownWithTheFailure() {
    FakeActivity activity = service.schedule(SPEC);
    worker.fail(worker.pollToken(), FAILURE);
    activity.endBackoff();
    worker.fail(worker.pollToken(), FAILURE);

    PendingActivityInfo info = activity.pending().orElseThrow();
    assertThat(info.getCurrentRetryInterval()).isEqualTo(Protos.duration(Duration.ofSeconds(2)));
    assertThat(info.getNextAttemptScheduleTime())
        .isEqualTo(Protos.timestamp(clock.now().plusSeconds(2)));
    assertThat(info.getLastFailure()).isEqualTo(FAILURE);
    assertThat(info.getAttempt()).isEqualTo(3);
  }

  @Test
  void backoff_isCapped() {
    RetryPolicy policy =
        RetryPolicy.newBuilder()
            .setInitialInterval(Protos.duration(Duration.ofSeconds(10)))
            .setBackoffCoefficient(3)
            .setMaximumInterval(Protos.duration(Duration.ofSeconds(15)))
            .build();
    FakeActivity activity = service.schedule(SPEC.retryPolicy(policy));
    worker.fail(worker.pollToken(), FAILURE);
    activity.endBackoff();
    worker.fail(worker.pollToken(), FAILURE);

    assertThat(activity.pending().orElseThrow().getCurrentRetryInterval())
        .isEqualTo(Protos.duration(Duration.ofSeconds(15)));
  }

  @Test
  void nextRetryDelay_replacesTheBackoffOnce() {
    FakeActivity activity = service.schedule(SPEC);
    worker.fail(worker.pollToken(), delayed(Duration.ofHours(1)));
    Instant next = clock.now().plus(Duration.ofHours(1));

    assertThat(activity.pending().orElseThrow().getNextAttemptScheduleTime())
        .isEqualTo(Protos.timestamp(next));
  }

  @Test
  void explicitZeroDelay_endsTheActivity() {
    assertFailed(SPEC, delayed(Duration.ZERO), RETRY_STATE_TIMEOUT);
  }

  @Test
  void nonRetryableFailure_endsTheActivity() {
    Failure failure =
        Worker.failure(
            ApplicationFailureInfo.newBuilder().setType("Broken").setNonRetryable(true).build());
    assertFailed(SPEC, failure, RETRY_STATE_NON_RETRYABLE_FAILURE);
  }

  @Test
  void listedType_endsTheActivity() {
    assertFailed(nonRetryable("Broken"), FAILURE, RETRY_STATE_NON_RETRYABLE_FAILURE);
  }

  @Test
  void lastAttempt_endsTheActivity() {
    assertFailed(SPEC.maximumAttempts(1), FAILURE, RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED);
  }

  @Test
  void noTimeForAnotherAttempt_endsTheActivity() {
    assertFailed(SPEC.scheduleToCloseTimeout(Duration.ofMillis(500)), FAILURE, RETRY_STATE_TIMEOUT);
  }

  @Test
  void failureAfterACancelRequest_endsTheActivity() {
    FakeActivity activity = service.schedule(SPEC);
    ByteString token = worker.pollToken();
    activity.requestCancel();
    worker.fail(token, FAILURE);

    assertThat(activity.outcome())
        .contains(new ActivityOutcome.Failed(FAILURE, RETRY_STATE_CANCEL_REQUESTED, IDENTITY));
  }

  @Test
  void absentFailure_isRetried() {
    FakeActivity activity = service.schedule(SPEC);
    worker.byToken(ActivityTable.Call.FAIL, worker.pollToken());

    assertThat(activity.attempt()).isEqualTo(2);
  }

  @Test
  void timeouts_ofAnAttempt_areRetried() {
    FakeActivity activity = service.schedule(SPEC);
    worker.heartbeat(worker.pollToken(), "last");
    activity.timeOut(TIMEOUT_TYPE_HEARTBEAT);
    activity.endBackoff();
    worker.pollToken();
    activity.timeOut(2);

    assertThat(activity.attempt()).isEqualTo(3);
    assertThat(
            activity
                .pending()
                .orElseThrow()
                .getLastFailure()
                .getTimeoutFailureInfo()
                .getLastHeartbeatDetails())
        .isEqualTo(Worker.payloads("last"));
  }

  @Test
  void timeouts_areNotRetried_whenListedOrTotalOrCancelled() {
    assertTimedOut(
        nonRetryable("TemporalTimeout:StartToClose"),
        TIMEOUT_TYPE_START_TO_CLOSE,
        TIMEOUT_TYPE_START_TO_CLOSE,
        RETRY_STATE_NON_RETRYABLE_FAILURE);
    assertTimedOut(
        nonRetryable("TemporalTimeout:Heartbeat"),
        TIMEOUT_TYPE_HEARTBEAT,
        TIMEOUT_TYPE_HEARTBEAT,
        RETRY_STATE_NON_RETRYABLE_FAILURE);
    assertTimedOut(
        SPEC, TIMEOUT_TYPE_SCHEDULE_TO_CLOSE, TIMEOUT_TYPE_SCHEDULE_TO_CLOSE, RETRY_STATE_TIMEOUT);
    assertTimedOut(
        SPEC.scheduleToCloseTimeout(Duration.ofMillis(500)),
        TIMEOUT_TYPE_HEARTBEAT,
        TIMEOUT_TYPE_SCHEDULE_TO_CLOSE,
        RETRY_STATE_TIMEOUT);
  }

  @Test
  void scheduleToStartTimeout_endsAQueuedActivity() {
    FakeActivity activity = service.schedule(SPEC);
    activity.timeOut(TIMEOUT_TYPE_SCHEDULE_TO_START);

    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.TimedOut.class);
  }

  @Test
  void completionByIdDuringBackoff_endsTheActivityForGood() {
    FakeActivity activity = service.schedule(SPEC);
    worker.fail(worker.pollToken(), FAILURE);
    worker.byId(
        ActivityTable.Call.COMPLETE,
        activity.workflowId(),
        activity.runId(),
        activity.activityId());

    assertThat(activity.outcome()).contains(new ActivityOutcome.Completed(null, ""));
    assertThat(clock.pendingTasks()).isZero();
  }

  private void assertFailed(ActivitySpec spec, Failure failure, RetryState why) {
    FakeActivity activity = service.schedule(spec);
    worker.fail(worker.pollToken(), failure);

    assertThat(activity.outcome()).contains(new ActivityOutcome.Failed(failure, why, IDENTITY));
  }

  private void assertTimedOut(
      ActivitySpec spec, TimeoutType fired, TimeoutType reported, RetryState why) {
    FakeActivity activity = service.schedule(spec);
    worker.pollToken();
    activity.timeOut(fired);

    assertThat(activity.awaitOutcome())
        .asInstanceOf(type(ActivityOutcome.TimedOut.class))
        .isEqualTo(new ActivityOutcome.TimedOut(reported, why));
  }

  private static ActivitySpec nonRetryable(String type) {
    return SPEC.retryPolicy(RetryPolicy.newBuilder().addNonRetryableErrorTypes(type).build());
  }

  private static Failure delayed(Duration delay) {
    return Worker.failure(
        ApplicationFailureInfo.newBuilder()
            .setType("Broken")
            .setNextRetryDelay(Protos.duration(delay))
            .build());
  }
}
