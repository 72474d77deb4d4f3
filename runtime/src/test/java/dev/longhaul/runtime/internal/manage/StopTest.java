package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.CancellationNotRequestedException;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StopTest {
  private static final Bytes FAILURE = Bytes.utf8("Broken");

  private final Fixture fixture = new Fixture();
  private final FakeActivityServer server = fixture.server;
  private final FakeWork work = fixture.work;

  @Test
  void hook_thenInterrupt_thenGrace_thenCanceledWithTheHooksDetails() {
    work.hasCancelHook = true;
    fixture.start();
    fixture.requestCancel();
    assertThat(work.asked).containsExactly("stop CANCELLED", "cancel");

    work.cancelHook.complete(Bytes.utf8("stopped"));
    assertThat(work.asked).containsExactly("stop CANCELLED", "cancel", "interrupt");
    assertThat(server.reports).as("a result may be on its way").isEmpty();

    fixture.advance(10);
    assertThat(work.asked).contains("cancel stage");
    assertReported(new EncodedOutcome.Canceled(Bytes.utf8("stopped")));
  }

  @Test
  void withoutAHook_interruptAndStageComeAtOnce() {
    fixture.start();
    fixture.requestCancel();

    assertThat(work.asked).containsExactly("stop CANCELLED", "interrupt", "cancel stage");
  }

  @Test
  void hookThatHangs_doesNotKeepTheAttemptPastItsGrace() {
    work.hasCancelHook = true;
    fixture.start();
    fixture.requestCancel();
    fixture.advance(10);

    assertReported(new EncodedOutcome.Canceled(null));
  }

  @Test
  void valueAfterTheRequest_completes() {
    Attempt attempt = fixture.start();
    fixture.requestCancel();
    attempt.returned(new EncodedOutcome.Completed(Bytes.utf8("done")));

    assertReported(new EncodedOutcome.Completed(Bytes.utf8("done")));
  }

  // The hook aborts the work: which of the two ends first must not decide the outcome.
  @Test
  void failureWhileTheHookRuns_isCanceled_whenTheHookReturned() {
    work.hasCancelHook = true;
    Attempt attempt = fixture.start();
    fixture.requestCancel();
    attempt.threw(new IllegalStateException("aborted"), FAILURE, null);
    assertThat(server.reports).isEmpty();

    work.cancelHook.complete(Bytes.utf8("stopped"));
    assertReported(new EncodedOutcome.Canceled(Bytes.utf8("stopped")));
  }

  // Work that sees the request first must not keep the hook from telling the outside.
  @Test
  void confirmationWhileTheHookRuns_waitsForTheHook_andItsOwnDetailsWin() {
    work.hasCancelHook = true;
    Attempt attempt = fixture.start();
    fixture.requestCancel();
    attempt.threw(work.stops.get(0).cancelled("mine"), FAILURE, Bytes.utf8("mine"));
    assertThat(server.reports).isEmpty();
    assertThat(attempt.isStopping()).as("the hook still runs").isTrue();

    work.cancelHook.complete(Bytes.utf8("stopped"));
    assertReported(new EncodedOutcome.Canceled(Bytes.utf8("mine")));
  }

  @Test
  void confirmationWhileTheHookHangs_isReportedWhenTheGraceIsOver() {
    work.hasCancelHook = true;
    Attempt attempt = fixture.start();
    fixture.requestCancel();
    attempt.threw(new CancellationException(), FAILURE, null);
    fixture.advance(10);

    assertReported(new EncodedOutcome.Canceled(null));
  }

  @Test
  void workOfAGoneAttemptThatFails_stillHasItsHookCalled() {
    work.hasCancelHook = true;
    Attempt attempt = fixture.start();
    attempt.supersede("test");
    attempt.threw(new IllegalStateException("broken"), FAILURE, null);
    assertThat(attempt.isStopping()).as("the hook still runs").isTrue();

    work.cancelHook.complete(null);
    assertThat(server.reports).isEmpty();
    assertThat(work.asked).contains("ended");
  }

  @Test
  void failureAfterTheHookReturned_isCanceled() {
    work.hasCancelHook = true;
    Attempt attempt = fixture.start();
    fixture.requestCancel();
    work.cancelHook.complete(null);
    attempt.threw(new IllegalStateException("aborted"), FAILURE, null);

    assertReported(new EncodedOutcome.Canceled(null));
  }

  @Test
  void otherFailure_withoutAHook_isAFailure() {
    Attempt attempt = fixture.start();
    fixture.requestCancel();
    attempt.threw(new IllegalStateException("broken"), FAILURE, null);

    assertReported(new EncodedOutcome.Failed(FAILURE));
  }

  static Stream<Throwable> confirming() {
    return Stream.of(new CancellationException(), new InterruptedException());
  }

  @ParameterizedTest
  @MethodSource("confirming")
  void confirmation_isCanceled_onlyAfterARequest(Throwable confirmation) {
    Attempt attempt = fixture.start();
    fixture.requestCancel();
    attempt.threw(confirmation, FAILURE, null);
    assertReported(new EncodedOutcome.Canceled(null));

    Fixture unasked = new Fixture();
    unasked.start().threw(confirmation, FAILURE, null);
    assertThat(unasked.server.lastReport().outcome()).isEqualTo(new EncodedOutcome.Failed(FAILURE));
  }

  @Test
  void theRequestsOwnException_confirmsWithItsDetails_anotherAttemptsDoesNot() {
    Attempt attempt = fixture.start();
    fixture.requestCancel();
    attempt.threw(work.stops.get(0).cancelled("half"), FAILURE, Bytes.utf8("half"));
    assertReported(new EncodedOutcome.Canceled(Bytes.utf8("half")));

    Fixture other = new Fixture();
    Attempt deceived = other.start();
    other.requestCancel();
    deceived.threw(work.stops.get(0).toException(), FAILURE, null);
    assertThat(other.server.lastReport().outcome()).isEqualTo(new EncodedOutcome.Failed(FAILURE));
  }

  @Test
  void sameKind_isDeliveredOnce() {
    fixture.start();
    fixture.requestCancel();
    fixture.requestCancel();

    assertThat(work.stops).hasSize(1);
  }

  @Test
  void higherKind_isDeliveredToo_butTheHookRunsOnce() {
    work.hasCancelHook = true;
    Attempt attempt = fixture.start();
    fixture.requestCancel();
    attempt.supersede("test");

    assertThat(work.stops)
        .extracting(StopRequest::kind)
        .containsExactly(StopRequest.Kind.CANCELLED, StopRequest.Kind.GONE);
    assertThat(work.asked).containsOnlyOnce("cancel");
  }

  @Test
  void cancellationThatNobodyRequested_costsOneBeat_andChangesNothing() {
    Attempt attempt = fixture.start();
    CompletableFuture<Void> done = attempt.reportCancellation(new EncodedOutcome.Canceled(null));

    assertThat(OutcomeTest.failureOf(done)).isInstanceOf(CancellationNotRequestedException.class);
    assertThat(server.beats).hasSize(1);
    assertThat(server.reports).isEmpty();
    assertThat(work.asked).isEmpty();
    attempt.complete(new EncodedOutcome.Completed(null));
    assertReported(new EncodedOutcome.Completed(null));
  }

  @Test
  void cancellationThatWasRequestedUnseen_isReported_withoutAHook() {
    work.hasCancelHook = true;
    server.acknowledgesBeats = false;
    Attempt attempt = fixture.start();
    CompletableFuture<Void> done =
        attempt.reportCancellation(new EncodedOutcome.Canceled(Bytes.utf8("mine")));
    server.lastBeat().answer().complete(FakeActivityServer.cancelRequested());
    server.lastReport().answer().complete(Answer.Acknowledged.PLAIN);

    assertThat(done).isCompleted();
    assertReported(new EncodedOutcome.Canceled(Bytes.utf8("mine")));
    assertThat(work.asked).containsExactly("ended");
  }

  private void assertReported(EncodedOutcome outcome) {
    assertThat(server.reports)
        .extracting(FakeActivityServer.Sent::outcome)
        .containsExactly(outcome);
  }
}
