package dev.longhaul.samples.quickstart.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.temporal.api.common.v1.ActivityType;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.failure.v1.TimeoutFailureInfo;
import io.temporal.api.history.v1.ActivityTaskCompletedEventAttributes;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import io.temporal.api.history.v1.ActivityTaskStartedEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is made of the server's accounts. Times are seconds. */
class SightingsTest {
  private static final PendingActivityState STARTED =
      PendingActivityState.PENDING_ACTIVITY_STATE_STARTED;
  private static final PendingActivityState SCHEDULED =
      PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED;
  private static final PendingActivityState CANCEL_REQUESTED =
      PendingActivityState.PENDING_ACTIVITY_STATE_CANCEL_REQUESTED;

  private final List<Change> changes = new ArrayList<>();
  private final Sightings sightings =
      new Sightings(
          (type, details) ->
              new Progress(
                  details.getPayloads(0).getData().toStringUtf8(),
                  OptionalDouble.empty(),
                  Optional.of("the job")),
          (activity, change) -> changes.add(change));

  @Test
  void sameAccountAgain_changesNothing() {
    PendingActivityInfo account = pending(STARTED, 1, 10, 11, "half").build();
    sightings.pending(account);

    sightings.pending(account);

    assertThat(changes).containsExactly(Change.ATTEMPT_STARTED, Change.HEARTBEAT);
    assertThat(activity().heartbeats())
        .extracting(HeartbeatRecord::number, heartbeat -> heartbeat.progress().text())
        .containsExactly(tuple(1, "half"));
  }

  @Test
  void startThatTheServerCountsAsAHeartbeat_isNone() {
    sightings.pending(pending(STARTED, 1, 10, 10, "of an attempt before").build());

    assertThat(changes).containsExactly(Change.ATTEMPT_STARTED);
  }

  @Test
  void heartbeatWithoutDetails_isNotCounted() {
    sightings.pending(
        pending(STARTED, 1, 10, 11, "x")
            .setHeartbeatDetails(Payloads.getDefaultInstance())
            .build());

    assertThat(changes).containsExactly(Change.ATTEMPT_STARTED);
  }

  @Test
  void attemptAfterATimeout_isTold_withWhatItResumes() {
    sightings.pending(pending(STARTED, 1, 10, 11, "half").build());
    sightings.pending(failedOnce(SCHEDULED, 10, 11, "half").build());
    sightings.pending(failedOnce(STARTED, 18, 19, "most").build());

    assertThat(changes)
        .containsExactly(
            Change.ATTEMPT_STARTED,
            Change.HEARTBEAT,
            Change.ATTEMPT_FAILED,
            Change.ATTEMPT_STARTED,
            Change.HEARTBEAT);
    assertThat(activity().attempts())
        .containsExactly(
            new AttemptRecord(1, at(10), at(16), "its heartbeats stopped"),
            new AttemptRecord(2, at(18), null, null));
    assertThat(activity().lastResumption())
        .hasValueSatisfying(
            resumption -> {
              assertThat(resumption.job()).isEqualTo("the job");
              assertThat(resumption.from().number()).isEqualTo(1);
              assertThat(resumption.to().attempt()).isEqualTo(2);
            });
  }

  // The embedded server shows the next attempt as started while it still waits for its turn.
  @Test
  void attemptThatWaitsForItsTurn_isNotTakenForStarted() {
    sightings.pending(pending(STARTED, 1, 10, 11, "half").build());

    sightings.pending(failedOnce(STARTED, 10, 11, "half").build());

    assertThat(changes).last().isEqualTo(Change.ATTEMPT_FAILED);
    assertThat(activity().state()).isEqualTo(ActivityState.SCHEDULED);
  }

  @Test
  void cancellationRequest_isToldOnce_andHeartbeatsGoOn() {
    sightings.pending(pending(STARTED, 1, 10, 11, "half").build());
    sightings.pending(pending(CANCEL_REQUESTED, 1, 10, 11, "half").build());
    sightings.pending(pending(CANCEL_REQUESTED, 1, 10, 12, "most").build());

    assertThat(changes)
        .containsExactly(
            Change.ATTEMPT_STARTED,
            Change.HEARTBEAT,
            Change.CANCELLATION_REQUESTED,
            Change.HEARTBEAT);
  }

  @Test
  void activityThatWasNeverSeenOpen_isKnownFromTheHistory() {
    sightings.history(scheduled(5, 10));
    sightings.history(
        event(6, 11, EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
            .setActivityTaskStartedEventAttributes(
                ActivityTaskStartedEventAttributes.newBuilder()
                    .setScheduledEventId(5)
                    .setAttempt(1))
            .build());
    sightings.history(completed(7, 12));

    assertThat(activity())
        .isEqualTo(
            new ActivityRecord(
                "ArchiveFolder",
                ActivityState.COMPLETED,
                at(10),
                List.of(new AttemptRecord(1, at(11), at(12), null)),
                List.of(),
                at(12)));
  }

  @Test
  void accountOfAnActivityThatHasClosed_changesNothing() {
    sightings.history(scheduled(5, 10));
    sightings.pending(pending(STARTED, 1, 10, 11, "half").build());
    sightings.history(completed(7, 12));

    sightings.pending(pending(STARTED, 1, 10, 13, "more").build());

    assertThat(changes).containsExactly(Change.ATTEMPT_STARTED, Change.HEARTBEAT, Change.CLOSED);
  }

  private ActivityRecord activity() {
    assertThat(sightings.records()).hasSize(1);
    return sightings.records().get(0);
  }

  private static PendingActivityInfo.Builder pending(
      PendingActivityState state, int attempt, int started, int heartbeat, String details) {
    return PendingActivityInfo.newBuilder()
        .setActivityId("id")
        .setActivityType(ActivityType.newBuilder().setName("ArchiveFolder"))
        .setState(state)
        .setAttempt(attempt)
        .setScheduledTime(time(10))
        .setLastStartedTime(time(started))
        .setLastHeartbeatTime(time(heartbeat))
        .setHeartbeatDetails(
            Payloads.newBuilder()
                .addPayloads(Payload.newBuilder().setData(ByteString.copyFromUtf8(details))));
  }

  /** Of the second attempt; the first one ended at 16. */
  private static PendingActivityInfo.Builder failedOnce(
      PendingActivityState state, int started, int heartbeat, String details) {
    return pending(state, 2, started, heartbeat, details)
        .setLastAttemptCompleteTime(time(16))
        .setLastFailure(
            Failure.newBuilder()
                .setTimeoutFailureInfo(
                    TimeoutFailureInfo.newBuilder()
                        .setTimeoutType(TimeoutType.TIMEOUT_TYPE_HEARTBEAT)));
  }

  private static HistoryEvent scheduled(long id, int at) {
    return event(id, at, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
        .setActivityTaskScheduledEventAttributes(
            ActivityTaskScheduledEventAttributes.newBuilder()
                .setActivityId("id")
                .setActivityType(ActivityType.newBuilder().setName("ArchiveFolder")))
        .build();
  }

  private static HistoryEvent completed(long id, int at) {
    return event(id, at, EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED)
        .setActivityTaskCompletedEventAttributes(
            ActivityTaskCompletedEventAttributes.newBuilder().setScheduledEventId(5))
        .build();
  }

  private static HistoryEvent.Builder event(long id, int at, EventType type) {
    return HistoryEvent.newBuilder().setEventId(id).setEventTime(time(at)).setEventType(type);
  }

  private static Timestamp time(int seconds) {
    return Timestamp.newBuilder().setSeconds(seconds).build();
  }

  private static Instant at(int seconds) {
    return Instant.ofEpochSecond(seconds);
  }
}
