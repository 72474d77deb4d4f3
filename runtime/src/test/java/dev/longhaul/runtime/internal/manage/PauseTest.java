package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityState;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Operators pause and reset activities; heartbeats tell of it. */
class PauseTest {
  private static final AttemptPolicy STOPS = Fixture.policy(true, false);
  private static final AttemptPolicy GOES_ON = Fixture.policy(false, false);

  private final Fixture fixture = new Fixture();
  private final FakeActivityServer server = fixture.server;
  private final FakeWork work = fixture.work;

  @Test
  void pause_ofWorkThatGoesOn_isToldOnce_andSoIsItsEnd() {
    Attempt attempt = fixture.manage(Fixture.task(), GOES_ON);
    fixture.nextBeatIsAnswered(FakeActivityServer.paused());
    fixture.nextBeatIsAnswered(FakeActivityServer.paused());
    assertThat(work.asked).containsExactly("PAUSED");
    assertThat(attempt.snapshot().paused()).isTrue();
    assertThat(attempt.snapshot().state()).isEqualTo(ActivityState.RUNNING);
    assertThat(attempt.currentStopRequest()).isEmpty();

    fixture.nextBeatIsAnswered(Answer.Acknowledged.PLAIN);
    assertThat(work.asked).containsExactly("PAUSED", "RESUMED");
    assertThat(attempt.snapshot().paused()).isFalse();
  }

  @Test
  void cancellation_reachesPausedWork() {
    work.hasCancelHook = true;
    fixture.manage(Fixture.task(), GOES_ON);
    fixture.nextBeatIsAnswered(FakeActivityServer.paused());
    fixture.nextBeatIsAnswered(new Answer.Acknowledged(true, true, false));

    assertThat(work.asked).containsExactly("PAUSED", "stop CANCELLED", "cancel");
  }

  @Test
  void pause_ofWorkThatStops_endsInARetryableFailure_withTheLastDetails() {
    work.hasCancelHook = true;
    Attempt attempt = fixture.manage(Fixture.task(), STOPS);
    attempt.record(Bytes.utf8("half"));
    fixture.nextBeatIsAnswered(FakeActivityServer.paused());
    assertThat(work.asked).containsExactly("stop PAUSED", "cancel");

    work.cancelHook.complete(null);
    attempt.threw(new IllegalStateException("aborted"), Bytes.utf8("Broken"), null);
    assertFailedAs("ActivityPause");
    assertThat(server.lastReport().details()).isEqualTo("half");
  }

  @Test
  void reset_endsInARetryableFailure() {
    Attempt attempt = fixture.manage(Fixture.task(), GOES_ON);
    fixture.nextBeatIsAnswered(FakeActivityServer.reset());
    assertThat(work.asked).containsExactly("stop RESET", "interrupt", "cancel stage");

    attempt.threw(new CancellationException(), Bytes.utf8("Broken"), null);
    assertFailedAs("ActivityReset");
  }

  @Test
  void reset_ofWorkThatDoesNotEnd_isReportedWhenItsGraceIsOver() {
    fixture.manage(Fixture.task(), GOES_ON);
    fixture.nextBeatIsAnswered(FakeActivityServer.reset());
    fixture.advance(10);

    assertFailedAs("ActivityReset");
  }

  @Test
  void valueAfterAReset_completes() {
    Attempt attempt = fixture.manage(Fixture.task(), GOES_ON);
    fixture.nextBeatIsAnswered(FakeActivityServer.reset());
    attempt.returned(new EncodedOutcome.Completed(Bytes.utf8("done")));

    assertReported(new EncodedOutcome.Completed(Bytes.utf8("done")));
  }

  @Test
  void otherFailureAfterAPause_isThatFailure() {
    Attempt attempt = fixture.manage(Fixture.task(), STOPS);
    fixture.nextBeatIsAnswered(FakeActivityServer.paused());
    attempt.threw(new IllegalStateException("broken"), Bytes.utf8("Broken"), null);

    assertReported(new EncodedOutcome.Failed(Bytes.utf8("Broken")));
  }

  // Each kind once, and the highest decides: the workflow's wish over an operator's.
  @Test
  void cancellationAfterAPause_outranksIt_andTheHookRunsOnce() {
    work.hasCancelHook = true;
    fixture.manage(Fixture.task(), STOPS);
    fixture.nextBeatIsAnswered(FakeActivityServer.paused());
    server.acknowledgesBeats = false;
    fixture.advance(9.6);
    server.lastBeat().answer().complete(new Answer.Acknowledged(true, true, true));
    work.cancelHook.complete(Bytes.utf8("stopped"));
    fixture.advance(1);

    assertThat(work.stops)
        .extracting(StopRequest::kind)
        .containsExactly(StopRequest.Kind.PAUSED, StopRequest.Kind.CANCELLED);
    assertThat(work.asked).containsOnlyOnce("cancel");
    assertReported(new EncodedOutcome.Canceled(Bytes.utf8("stopped")));
  }

  // The failure would be the activity's last: an operator who pauses does not want to end it.
  @Test
  void pauseOnTheLastAttempt_isTold_andStopsNothing() {
    work.hasCancelHook = true;
    fixture.manage(Fixture.task().attempt(3).maximumAttempts(3), STOPS);
    fixture.nextBeatIsAnswered(FakeActivityServer.paused());
    fixture.advance(60);

    assertThat(work.asked).containsExactly("PAUSED", "RESUMED");
    assertThat(server.reports).isEmpty();
  }

  @Test
  void resetOnTheOnlyAttempt_stopsNothing_butOfManyItDoes_whicheverThisIs() {
    fixture.manage(Fixture.task().maximumAttempts(1), GOES_ON);
    fixture.nextBeatIsAnswered(FakeActivityServer.reset());
    assertThat(work.asked).isEmpty();

    Fixture last = new Fixture();
    last.manage(Fixture.task().attempt(3).maximumAttempts(3), GOES_ON);
    last.nextBeatIsAnswered(FakeActivityServer.reset());
    assertThat(last.work.asked).contains("stop RESET");
  }

  @Test
  void cancellationReported_afterAReset_looksForTheWorkflowsWish_andConfirmsTheReset() {
    server.acknowledgesBeats = false;
    Attempt attempt = fixture.manage(Fixture.task(), GOES_ON);
    fixture.advance(5);
    server.lastBeat().answer().complete(FakeActivityServer.reset());
    CompletableFuture<Void> done = attempt.reportCancellation(new EncodedOutcome.Canceled(null));
    assertThat(server.reports).isEmpty();

    server.lastBeat().answer().complete(FakeActivityServer.reset());
    assertFailedAs("ActivityReset");
    assertThat(done).isNotDone();
    server.lastReport().answer().complete(Answer.Acknowledged.PLAIN);
    assertThat(done).isCompleted();
  }

  @Test
  void cancellationReported_afterAReset_isOne_ifTheWorkflowAskedTo() {
    server.acknowledgesBeats = false;
    Attempt attempt = fixture.manage(Fixture.task(), GOES_ON);
    fixture.advance(5);
    server.lastBeat().answer().complete(FakeActivityServer.reset());
    attempt.reportCancellation(new EncodedOutcome.Canceled(Bytes.utf8("mine")));
    server.lastBeat().answer().complete(new Answer.Acknowledged(true, false, true));

    assertReported(new EncodedOutcome.Canceled(Bytes.utf8("mine")));
  }

  // While it is paused no timeout fires on the server, and none must here.
  @Test
  void timeInWhichItIsPaused_doesNotCount() {
    fixture.manage(
        Fixture.task()
            .heartbeatTimeout(Duration.ofSeconds(30))
            .startToClose(Duration.ofSeconds(60)),
        GOES_ON);
    fixture.nextBeatIsAnswered(FakeActivityServer.paused());
    server.acknowledgesBeats = false;
    fixture.advance(3_600);
    assertThat(work.stops).isEmpty();

    server.lastBeat().answer().complete(Answer.Acknowledged.PLAIN);
    fixture.advance(34);
    assertThat(work.stops).isEmpty();
    fixture.advance(10);
    assertThat(work.stops)
        .extracting(StopRequest::kind)
        .containsExactly(StopRequest.Kind.TIMED_OUT);
  }

  private void assertFailedAs(String type) {
    assertReported(new EncodedOutcome.Failed(Bytes.utf8(type)));
  }

  private void assertReported(EncodedOutcome outcome) {
    assertThat(server.reports)
        .extracting(FakeActivityServer.Sent::outcome)
        .containsExactly(outcome);
  }
}
