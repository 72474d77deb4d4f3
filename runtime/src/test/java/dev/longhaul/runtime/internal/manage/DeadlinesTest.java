package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What this process knows of timeouts without being told by the server. */
class DeadlinesTest {
  private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(30);
  private static final AttemptPolicy SILENT =
      new AttemptPolicy(HeartbeatPlan.NONE, Fixture.GRACE, false, false);

  private final Fixture fixture = new Fixture();
  private final FakeActivityServer server = fixture.server;
  private final FakeWork work = fixture.work;

  @Test
  void serverDownForLessThanTheHeartbeatTimeout_stopsNothing() {
    fixture.startWatched(HEARTBEAT_TIMEOUT);
    fixture.advance(5);
    server.down();
    fixture.advance(28);
    server.up();
    fixture.advance(60);

    assertThat(work.asked).isEmpty();
    assertThat(server.lastBeat().answer()).isCompletedWithValue(Answer.Acknowledged.PLAIN);
  }

  @Test
  void serverDownForMoreThanTheHeartbeatTimeout_stopsTheWork_andReportsNothing() {
    work.hasCancelHook = true;
    fixture.startWatched(HEARTBEAT_TIMEOUT);
    fixture.advance(5);
    server.down();
    fixture.advance(34.9);
    assertThat(work.asked).isEmpty();

    fixture.advance(0.2);
    assertThat(work.asked).containsExactly("stop TIMED_OUT", "cancel");
    fixture.advance(10);
    assertThat(server.reports).isEmpty();
    assertThat(work.asked).contains("ended");
    assertThat(fixture.clock.pendingTasks()).isZero();
  }

  @Test
  void resultOfWorkThatTimedOut_getsOneTry() {
    Attempt attempt = fixture.startWatched(HEARTBEAT_TIMEOUT);
    server.down();
    fixture.advance(36);
    attempt.returned(new EncodedOutcome.Completed(Bytes.utf8("late")));
    fixture.advance(100);

    assertThat(server.reports).hasSize(1);
    assertThat(fixture.manager.snapshot()).isEmpty();
  }

  @Test
  void failureOfWorkThatTimedOut_isNotSent_andTheCallerIsTold() {
    Attempt attempt = fixture.startWatched(HEARTBEAT_TIMEOUT);
    server.down();
    fixture.advance(36);
    CompletableFuture<Void> done = attempt.fail(new EncodedOutcome.Failed(Bytes.utf8("Broken")));

    assertThat(OutcomeTest.failureOf(done))
        .isInstanceOf(ActivityNotFoundException.class)
        .hasMessageContaining("TIMED_OUT");
    assertThat(server.reports).isEmpty();
    assertThat(fixture.manager.snapshot()).isEmpty();
  }

  // Work that stopped being alive ends by that, whoever notices it.
  @Test
  void hookThatAlwaysFails_endsTheAttemptByItsHeartbeatTimeout() {
    work.hasHeartbeatHook = true;
    work.heartbeatHookFails = true;
    fixture.startWatched(HEARTBEAT_TIMEOUT);
    fixture.advance(35);

    assertThat(server.beats).isEmpty();
    assertThat(work.stops)
        .extracting(StopRequest::kind)
        .containsExactly(StopRequest.Kind.TIMED_OUT);
  }

  // The limit may have been raised since: the server is asked, and it knows.
  @Test
  void timeThatIsOver_isPutOffWhileHeartbeatsAreAcknowledged() {
    fixture.manage(Fixture.task().startToClose(Duration.ofSeconds(60)), Fixture.POLICY);
    fixture.advance(120);
    assertThat(work.stops).isEmpty();

    server.down();
    fixture.advance(25);
    assertThat(work.stops)
        .extracting(StopRequest::kind)
        .containsExactly(StopRequest.Kind.TIMED_OUT);
  }

  @Test
  void timeThatIsOver_stopsWorkThatNobodyHeartbeats() {
    fixture.manage(
        Fixture.task().startToClose(Duration.ofSeconds(60)).heartbeatTimeout(HEARTBEAT_TIMEOUT),
        SILENT);
    fixture.advance(64.9);
    assertThat(work.stops).as("somebody outside may heartbeat it").isEmpty();

    fixture.advance(0.2);
    assertThat(work.stops)
        .extracting(StopRequest::kind)
        .containsExactly(StopRequest.Kind.TIMED_OUT);
  }

  // A hand-off brings its age along.
  @Test
  void time_countsFromTheReceipt_inWhateverProcessThatWas() {
    fixture.manage(
        Fixture.task()
            .startToClose(Duration.ofSeconds(60))
            .received(Instant.EPOCH.minusSeconds(50)),
        SILENT);
    fixture.advance(14.9);
    assertThat(work.stops).isEmpty();

    fixture.advance(0.2);
    assertThat(work.stops).hasSize(1);
  }

  @Test
  void activityThatWasReceivedLongAgo_isHeartbeatedAtOnce() {
    fixture.manage(Fixture.task().received(Instant.EPOCH.minusSeconds(50)), Fixture.POLICY);
    fixture.advance(0);

    assertThat(server.beats).hasSize(1);
  }

  @Test
  void notFound_andNoWordOfWhy_isGoneAfterTheLocalDeadline() {
    fixture.startWatched(HEARTBEAT_TIMEOUT);
    fixture.advance(5);
    server.findsNothing();
    fixture.advance(34.9);
    assertThat(work.asked).isEmpty();
    assertThat(server.looks.size()).isGreaterThan(1);

    fixture.advance(0.2);
    assertThat(work.stops).extracting(StopRequest::kind).containsExactly(StopRequest.Kind.GONE);
  }

  @Test
  void notFound_andNoWordOfWhy_whereNoDeadlineIsKnown_isGoneAfterAMinute() {
    fixture.manage(Fixture.task().startToClose(null).heartbeatTimeout(null), Fixture.POLICY);
    fixture.advance(5);
    server.findsNothing();
    fixture.advance(60);
    assertThat(work.asked).isEmpty();

    fixture.advance(10);
    assertThat(work.stops).extracting(StopRequest::kind).containsExactly(StopRequest.Kind.GONE);
  }

  @Test
  void notFoundByMistake_isForgottenWithTheNextAcknowledgement() {
    fixture.startWatched(HEARTBEAT_TIMEOUT);
    fixture.advance(5);
    server.findsNothing();
    fixture.advance(20);
    server.up();
    fixture.advance(100);

    assertThat(work.asked).isEmpty();
  }

  @Test
  void longestTimeouts_areNoOverflow() {
    fixture.manage(
        Fixture.task()
            .startToClose(Duration.ofDays(365_000))
            .heartbeatTimeout(Duration.ofDays(365_000))
            .received(Instant.MIN),
        Fixture.POLICY);
    fixture.advance(100);

    assertThat(work.asked).isEmpty();
    assertThat(server.beats).isNotEmpty();
  }
}
