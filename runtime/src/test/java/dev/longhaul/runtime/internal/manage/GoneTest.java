package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.manage.ActivityServer.Standing;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server no longer knows an attempt, or this process looks after another one instead. */
class GoneTest {
  private final Fixture fixture = new Fixture();
  private final FakeActivityServer server = fixture.server;
  private final FakeWork work = fixture.work;

  static Stream<Standing> ends() {
    return Stream.of(
        new Standing.WorkflowClosed(), new Standing.Pending(2), new Standing.NotPending());
  }

  @ParameterizedTest
  @MethodSource("ends")
  void workOfThisProcess_isGone_andNothingIsReported(Standing standing) {
    fixture.start();
    beatIsNotFound();
    server.looks.get(0).complete(standing);

    assertThat(work.stops).extracting(StopRequest::kind).containsExactly(StopRequest.Kind.GONE);
    int beats = server.beats.size();
    fixture.advance(100);
    assertThat(server.beats).hasSize(beats);
    assertThat(server.reports).isEmpty();
    assertThat(fixture.manager.snapshot()).isEmpty();
    assertThat(fixture.clock.pendingTasks()).isZero();
  }

  // The normal end of work that anyone may complete: it must not be stopped.
  @Test
  void workThatCompletesElsewhere_isClosed_withoutAnyRequest() {
    work.completesElsewhere = true;
    work.hasCancelHook = true;
    fixture.start();
    beatIsNotFound();
    server.looks.get(0).complete(new Standing.NotPending());

    assertThat(work.asked).containsExactly("ended");
    assertThat(fixture.manager.snapshot()).isEmpty();
  }

  // Completed elsewhere, and the workflow ended by that before the next heartbeat: the hook would
  // undo what has been done.
  @Test
  void workThatWasReportedElsewhere_beforeItsWorkflowEnded_isNotStopped() {
    work.completesElsewhere = true;
    work.hasCancelHook = true;
    server.reportedElsewhere = true;
    fixture.start();
    beatIsNotFound();
    server.looks.get(0).complete(new Standing.WorkflowClosed());

    assertThat(work.asked).containsExactly("ended");
    assertThat(fixture.manager.snapshot()).isEmpty();
  }

  @Test
  void workThatNobodyReported_beforeItsWorkflowEnded_isStopped() {
    work.completesElsewhere = true;
    work.hasCancelHook = true;
    fixture.start();
    beatIsNotFound();
    server.looks.get(0).complete(new Standing.WorkflowClosed());

    assertThat(work.asked).containsExactly("stop GONE", "cancel");
  }

  // Its last attempt timed out, and the workflow handles that: the work outside must not go on.
  @Test
  void workThatCompletesElsewhere_whoseTimeIsOver_andThatNobodyReported_isStopped() {
    beatIsNotFoundAfterTheTimeIsOver();
    server.looks.get(0).complete(new Standing.NotPending());

    assertThat(work.asked).containsExactly("stop TIMED_OUT", "cancel");
    assertThat(work.stops.get(0).toString()).contains("its time of PT1M is over");
    work.cancelHook.complete(null);
    fixture.advance(100);
    assertThat(work.asked).contains("ended");
    assertThat(server.reports).isEmpty();
    assertThat(fixture.clock.pendingTasks()).isZero();
  }

  // Forbidden: the hook undoes what was completed in the last moment.
  @Test
  void workThatWasReportedElsewhere_beforeItsTimeWasOver_isNotStopped() {
    server.reportedElsewhere = true;
    beatIsNotFoundAfterTheTimeIsOver();
    server.looks.get(0).complete(new Standing.NotPending());

    assertThat(work.asked).containsExactly("ended");
  }

  // An operator may have raised the limit.
  @Test
  void workWhoseTimeIsOver_andThatIsCurrentAllTheSame_goesOn() {
    beatIsNotFoundAfterTheTimeIsOver();
    server.looks.get(0).complete(new Standing.Pending(1));
    server.acknowledgesBeats = true;
    fixture.advance(100);

    assertThat(work.asked).isEmpty();
  }

  private void beatIsNotFoundAfterTheTimeIsOver() {
    work.completesElsewhere = true;
    work.hasCancelHook = true;
    fixture.manage(Fixture.task().startToClose(Duration.ofMinutes(1)), Fixture.POLICY);
    fixture.advance(60);
    server.acknowledgesBeats = false;
    fixture.advance(3);
    server.lastBeat().answer().complete(FakeActivityServer.notFound());
  }

  static Stream<Standing> noEnds() {
    return Stream.of(new Standing.Unknown(), new Standing.Pending(1));
  }

  @ParameterizedTest
  @MethodSource("noEnds")
  void whatIsNoEnd_isAskedAgain(Standing standing) {
    fixture.start();
    beatIsNotFound();
    server.looks.get(0).complete(standing);
    fixture.advance(0.2);

    assertThat(work.asked).isEmpty();
    assertThat(server.beats).hasSize(2);
  }

  @Test
  void valueAfterGone_getsExactlyOneTry() {
    Attempt attempt = fixture.start();
    beatIsNotFound();
    server.looks.get(0).complete(new Standing.WorkflowClosed());
    attempt.returned(new EncodedOutcome.Completed(null));
    server.lastReport().answer().complete(FakeActivityServer.tryAgain(false));
    fixture.advance(100);

    assertThat(server.reports).hasSize(1);
    assertThat(fixture.manager.snapshot()).isEmpty();
  }

  @Test
  void newerAttempt_supersedes_andTheOlderReportsNothing() {
    Attempt old = fixture.start();
    FakeWork newer = new FakeWork();
    Attempt current = fixture.manage(2, newer);
    old.returned(new EncodedOutcome.Completed(null));

    assertThat(work.stops).extracting(StopRequest::kind).containsExactly(StopRequest.Kind.GONE);
    assertThat(server.reports).isEmpty();
    assertThat(fixture.manager.find(Fixture.id())).contains(current);
    assertThat(fixture.manager.find(Fixture.token(1))).isEmpty();
    assertThat(newer.asked).isEmpty();
  }

  // Forbidden: an entry that waits for work of which nothing here is left.
  @Test
  void newerAttempt_ofWorkOutside_endsTheOlderAtOnce_andItsReportsAreRefusedAllTheSame() {
    work.completesElsewhere = true;
    Attempt old = fixture.start();
    fixture.manage(2, new FakeWork());
    assertThat(work.asked).containsExactly("stop GONE", "interrupt", "cancel stage", "ended");

    CompletableFuture<Void> report = old.complete(new EncodedOutcome.Completed(null));
    assertThat(OutcomeTest.failureOf(report))
        .isInstanceOf(ActivityNotFoundException.class)
        .hasMessageContaining("newer attempt");
    assertThat(server.reports).isEmpty();
  }

  @Test
  void newerAttempt_ofWorkOutside_waitsForTheOldersHook() {
    work.completesElsewhere = true;
    work.hasCancelHook = true;
    fixture.start();
    fixture.manage(2, new FakeWork());
    assertThat(work.asked).containsExactly("stop GONE", "cancel");

    work.cancelHook.complete(null);
    assertThat(work.asked).contains("ended");
  }

  @Test
  void newerAttempt_whileTheOlderStops_isTold_andEndsItWithoutAReport() {
    work.hasCancelHook = true;
    Attempt old = fixture.start();
    fixture.requestCancel();
    fixture.manage(2, new FakeWork());
    work.cancelHook.complete(null);
    old.threw(new CancellationException(), Bytes.utf8("cancelled"), null);

    assertThat(work.asked)
        .containsExactly("stop CANCELLED", "cancel", "stop GONE", "interrupt", "ended");
    assertThat(server.reports).isEmpty();
  }

  // Forbidden: the answer to a question of before undoes what was decided since.
  @Test
  void answerOnTheStanding_thatComesAfterTheOutcome_changesNothing() {
    Attempt attempt = fixture.start();
    beatIsNotFound();
    CompletableFuture<Void> done = attempt.complete(new EncodedOutcome.Completed(null));
    server.looks.get(0).complete(new ActivityServer.Standing.WorkflowClosed());
    assertThat(work.stops).isEmpty();

    server.lastReport().answer().complete(Answer.Acknowledged.PLAIN);
    assertThat(done).isCompleted();
  }

  @Test
  void sameTokenAgain_replaces() {
    fixture.start();
    Attempt again = fixture.manage(1, new FakeWork());

    assertThat(fixture.manager.find(Fixture.token(1))).contains(again);
    assertThat(fixture.manager.snapshot()).hasSize(1);
  }

  @Test
  void idsWithoutARun_findTheActivity() {
    Attempt attempt = fixture.start();

    assertThat(fixture.manager.find(Fixture.id().withRunId(""))).contains(attempt);
    assertThat(fixture.manager.find(Fixture.id().withRunId("other"))).isEmpty();
  }

  @Test
  void unmanagedActivity_isNotFound_withoutACall() {
    CompletableFuture<Void> done = fixture.manager.completeProcessing(Fixture.token(9), "x");

    assertThat(OutcomeTest.failureOf(done)).isInstanceOf(ActivityNotFoundException.class);
    assertThat(server.reports).isEmpty();
  }

  @Test
  void release_sendsALastBeat_andReportsNothing() {
    fixture.start();
    fixture.manager.close();
    fixture.advance(100);

    assertThat(server.beats).hasSize(1);
    assertThat(server.reports).isEmpty();
    assertThat(work.asked).containsExactly("ended");
    assertThat(fixture.clock.pendingTasks()).isZero();
  }

  @Test
  void drain_waitsForTheLastAcknowledgedEnd_orGivesUp() {
    Attempt attempt = fixture.start();
    CompletableFuture<Boolean> impatient = fixture.manager.drain(Duration.ofSeconds(1));
    CompletableFuture<Boolean> patient = fixture.manager.drain(Duration.ofSeconds(100));
    fixture.advance(1);
    assertThat(impatient).isCompletedWithValue(false);

    attempt.returned(new EncodedOutcome.Completed(null));
    assertThat(patient).isNotDone();
    server.lastReport().answer().complete(Answer.Acknowledged.PLAIN);
    assertThat(patient).isCompletedWithValue(true);
  }

  @Test
  void handedOffActivity_beats_andIsCompletedByItsReference() {
    fixture.manager.startProcessing(
        HandOff.eraseDetails(Fixture.token(1)).activityType("Work"),
        ProcessingOptions.heartbeating(HeartbeatInterval.every(Fixture.INTERVAL))
            .heartbeatDetails(() -> "half"));
    fixture.advance(5);
    assertThat(server.lastBeat().details()).isEqualTo("[half]");

    fixture.manager.completeProcessing(Fixture.token(1), "done");
    assertThat(server.lastReport().outcome())
        .isEqualTo(new EncodedOutcome.Completed(Bytes.utf8("done")));
  }

  private void beatIsNotFound() {
    server.acknowledgesBeats = false;
    fixture.advance(5);
    server.lastBeat().answer().complete(FakeActivityServer.notFound());
  }
}
