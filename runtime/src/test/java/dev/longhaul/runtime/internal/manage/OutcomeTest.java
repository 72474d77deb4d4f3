package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.OutcomeAlreadyDecidedException;
import dev.longhaul.api.payload.Bytes;
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

  static Throwable failureOf(CompletableFuture<?> future) {
    assertThat(future).isDone();
    ExecutionException failure = catchThrowableOfType(ExecutionException.class, future::get);
    return java.util.Objects.requireNonNull(failure.getCause());
  }
}
