package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.OutcomeAlreadyDecidedException;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.functional.CapturedLog;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final EncodedOutcome.Completed COMPLETED = new EncodedOutcome.Completed(null);

  private final Fixture fixture = new Fixture();
  private final FakeActivityServer server = fixture.server;
  private final Attempt attempt = fixture.start();

  private static EncodedOutcome.Failed failed() {
    return new EncodedOutcome.Failed(Bytes.utf8("Broken"));
  }

  @Test
  void secondOutcome_isNotSent_andTellsTheFirst() {
    attempt.complete(COMPLETED);
    CompletableFuture<Void> second = attempt.fail(failed());

    assertThat(server.reports).hasSize(1);
    assertThat(failureOf(second)).isInstanceOf(OutcomeAlreadyDecidedException.class);
    assertThat(((OutcomeAlreadyDecidedException) failureOf(second)).firstOutcome())
        .isEqualTo("completed");
  }

  @Test
  void report_isTriedUntilItIsAcknowledged() {
    CompletableFuture<Void> done = attempt.complete(COMPLETED);
    server.lastReport().answer().complete(FakeActivityServer.tryAgain(true));
    fixture.advance(0.2);
    assertThat(server.reports).hasSize(2);
    assertThat(done).isNotDone();

    server.lastReport().answer().complete(Answer.Acknowledged.PLAIN);
    assertThat(done).isCompleted();
    assertThat(fixture.manager.snapshot()).isEmpty();
    assertThat(fixture.clock.pendingTasks()).isZero();
  }

  @Test
  void notFound_afterALostAnswer_isPossiblyApplied() {
    CompletableFuture<Void> done = attempt.complete(COMPLETED);
    server.lastReport().answer().complete(FakeActivityServer.tryAgain(false));
    fixture.advance(0.2);
    server.lastReport().answer().complete(FakeActivityServer.notFound());

    assertThat(((ActivityNotFoundException) failureOf(done)).possiblyApplied()).isTrue();
  }

  @Test
  void notFound_afterARefusedTry_isCertainlyNotApplied() {
    CompletableFuture<Void> done = attempt.complete(COMPLETED);
    server.lastReport().answer().complete(FakeActivityServer.tryAgain(true));
    fixture.advance(0.2);
    server.lastReport().answer().complete(FakeActivityServer.notFound());

    assertThat(((ActivityNotFoundException) failureOf(done)).possiblyApplied()).isFalse();
  }

  @Test
  void report_isGivenUpAMinuteAfterTheDeadline() {
    CompletableFuture<Void> done = attempt.complete(COMPLETED);
    for (int tries = 0; tries < 400 && !done.isDone(); tries++) {
      server.lastReport().answer().complete(FakeActivityServer.tryAgain(true));
      fixture.advance(5);
    }

    assertThat(failureOf(done)).hasMessage("unavailable");
    assertThat(fixture.clock.nanoTime() - start).isBetween(seconds(655), seconds(665));
  }

  private final long start = fixture.clock.nanoTime();

  private static long seconds(long seconds) {
    return seconds * 1_000_000_000;
  }

  @Test
  void failure_carriesTheLastDetails() {
    attempt.record(Bytes.utf8("half"));
    attempt.fail(failed());

    assertThat(server.lastReport().details()).isEqualTo("half");
  }

  // The report itself shows that the attempt is alive; two calls could cross.
  @Test
  void whileAReportIsInFlight_noBeatIsSent() {
    attempt.complete(COMPLETED);
    fixture.advance(60);

    assertThat(server.beats).isEmpty();
  }

  @Test
  void betweenTries_beatsKeepTheAttemptAlive_withoutTheHook_andTheirFlagsStopNothing() {
    fixture.work.hasHeartbeatHook = true;
    fixture.work.hasCancelHook = true;
    server.acknowledgesBeats = false;
    fixture.advance(4.95);
    CompletableFuture<Void> done = attempt.complete(COMPLETED);
    server.lastReport().answer().complete(FakeActivityServer.tryAgain(true));
    fixture.advance(0.06);
    assertThat(server.beats).hasSize(1);
    server.lastBeat().answer().complete(FakeActivityServer.cancelRequested());

    fixture.advance(1);
    server.lastReport().answer().complete(Answer.Acknowledged.PLAIN);
    assertThat(done).isCompleted();
    assertThat(fixture.work.hooks).isEmpty();
    assertThat(fixture.work.asked).containsExactly("ended");
  }

  // Forbidden: a warning of something that has no consequence any more.
  @Test
  void hook_thatFailsAfterTheDecision_isNoWarning_andTheLastDetailsGoOut() {
    fixture.work.hasHeartbeatHook = true;
    fixture.advance(5);
    attempt.complete(COMPLETED);
    server.lastReport().answer().complete(FakeActivityServer.tryAgain(true));
    try (CapturedLog log = CapturedLog.open()) {
      fixture.work.hooks.get(0).completeExceptionally(new IllegalStateException("gone"));

      assertThat(log.entries())
          .singleElement()
          .asString()
          .startsWith("DEBUG")
          .contains("the heartbeat hook failed after the outcome");
    }
    assertThat(server.beats).hasSize(1);
  }

  @Test
  void beatInFlight_thatIsNotFoundAfterTheDecision_isNoSignal() {
    server.acknowledgesBeats = false;
    fixture.advance(5);
    attempt.complete(COMPLETED);
    server.lastBeat().answer().complete(FakeActivityServer.notFound());

    assertThat(server.looks).isEmpty();
    assertThat(fixture.work.asked).isEmpty();
  }

  @Test
  void heartbeatThatWaits_isToldOfTheDecision() {
    server.acknowledgesBeats = false;
    CompletableFuture<Void> beat = attempt.heartbeatNow(Bytes.utf8("half"));
    attempt.complete(COMPLETED);

    assertThat(failureOf(beat)).isInstanceOf(OutcomeAlreadyDecidedException.class);
  }

  // By ids there is no fencing: a second failure could end the attempt that follows.
  @Test
  void failureById_whoseAnswerWasLost_isTriedAgainOnlyWhileTheSameAttemptRuns() {
    Fixture byId = new Fixture();
    CompletableFuture<Void> done = failureByIdWithLostAnswer(byId);
    assertThat(byId.server.reports).hasSize(1);
    byId.server.looks.get(0).complete(new ActivityServer.Standing.Pending(1));
    assertThat(byId.server.reports).hasSize(2);

    byId.server.lastReport().answer().complete(FakeActivityServer.tryAgain(false));
    byId.advance(0.3);
    byId.server.looks.get(1).complete(new ActivityServer.Standing.Unknown());
    byId.advance(0.5);
    byId.server.looks.get(2).complete(new ActivityServer.Standing.Pending(2));

    assertThat(byId.server.reports).hasSize(2);
    assertThat(((ActivityNotFoundException) failureOf(done)).possiblyApplied()).isTrue();
    assertThat(byId.manager.snapshot()).isEmpty();
  }

  @Test
  void failureById_thatWasCertainlyNotApplied_isTriedAgainWithoutALook() {
    Fixture byId = new Fixture();
    startedById(byId).fail(failed());
    byId.server.lastReport().answer().complete(FakeActivityServer.tryAgain(true));
    byId.advance(0.2);

    assertThat(byId.server.looks).isEmpty();
    assertThat(byId.server.reports).hasSize(2);
  }

  @Test
  void completionById_isTriedAgainWithoutALook() {
    Fixture byId = new Fixture();
    startedById(byId).complete(COMPLETED);
    byId.server.lastReport().answer().complete(FakeActivityServer.tryAgain(false));
    byId.advance(0.2);

    assertThat(byId.server.looks).isEmpty();
    assertThat(byId.server.reports).hasSize(2);
  }

  private static CompletableFuture<Void> failureByIdWithLostAnswer(Fixture byId) {
    CompletableFuture<Void> done = startedById(byId).fail(failed());
    byId.server.lastReport().answer().complete(FakeActivityServer.tryAgain(false));
    byId.advance(0.2);
    return done;
  }

  private static Attempt startedById(Fixture byId) {
    return byId.manage(Fixture.task().reference(Fixture.id()), Fixture.POLICY);
  }

  // The server takes requests of 4 MiB: better the failure alone than neither.
  @Test
  void failureAndDetails_thatAreTooLargeTogether_goWithoutTheDetails() {
    Bytes half = Bytes.copyOf(new byte[2 * 1024 * 1024]);
    attempt.record(half);
    attempt.fail(new EncodedOutcome.Failed(half));

    assertThat(server.lastReport().details()).isNull();
  }

  @Test
  void slowAnswer_isWaitedFor_andIsTheOnlyReport() {
    CompletableFuture<Void> done = attempt.complete(COMPLETED);
    fixture.advance(300);
    assertThat(server.reports).hasSize(1);
    server.lastReport().answer().complete(Answer.Acknowledged.PLAIN);

    assertThat(done).isCompleted();
  }

  // The answer of a heartbeat that overtook the outcome on its way back.
  @Test
  void answerThatComesAfterTheEnd_changesNothing() {
    server.acknowledgesBeats = false;
    fixture.advance(5);
    CompletableFuture<Void> done = attempt.complete(COMPLETED);
    server.lastReport().answer().complete(Answer.Acknowledged.PLAIN);
    server.lastBeat().answer().complete(FakeActivityServer.cancelRequested());
    fixture.advance(100);

    assertThat(done).isCompleted();
    assertThat(fixture.work.asked).containsExactly("ended");
    assertThat(server.beats).hasSize(1);
    assertThat(fixture.clock.pendingTasks()).isZero();
  }

  static Throwable failureOf(CompletableFuture<?> future) {
    assertThat(future).isDone();
    ExecutionException failure = catchThrowableOfType(ExecutionException.class, future::get);
    return java.util.Objects.requireNonNull(failure.getCause());
  }
}
