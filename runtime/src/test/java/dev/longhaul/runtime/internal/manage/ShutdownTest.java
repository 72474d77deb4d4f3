package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityEnd;
import dev.longhaul.api.ActivityListener;
import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.OutcomeAlreadyDecidedException;
import dev.longhaul.api.payload.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The process ends, in each state of an attempt. */
class ShutdownTest {
  private static final AttemptPolicy FAILS = Fixture.policy(false, true);
  private static final AttemptPolicy RELEASES = Fixture.policy(false, false);

  private final Fixture fixture = new Fixture();
  private final FakeActivityServer server = fixture.server;
  private final FakeWork work = fixture.work;
  private final List<ActivityEnd> ends = new ArrayList<>();

  @BeforeEach
  void listen() {
    fixture.manager.addListener(
        new ActivityListener() {
          @Override
          public void ended(ActivitySnapshot activity, ActivityEnd how) {
            ends.add(how);
          }
        });
  }

  @Test
  void workThatFails_isStopped_andAnotherProcessTakesOver() {
    work.hasCancelHook = true;
    Attempt attempt = fixture.manage(Fixture.task(), FAILS);
    CompletableFuture<Void> done = fixture.manager.shutDown();
    assertThat(work.asked).containsExactly("stop SHUTDOWN", "cancel");

    work.cancelHook.complete(null);
    attempt.threw(new CancellationException(), Bytes.utf8("Broken"), null);
    assertReported(new EncodedOutcome.Failed(Bytes.utf8("WorkerShutdown")));
    assertThat(done).isNotDone();
    acknowledge();
    assertThat(done).isCompleted();
    assertThat(ends).containsExactly(ActivityEnd.REPORTED);
    assertNothingLeft();
  }

  @Test
  void resultOfWorkThatIsStopped_stillCounts() {
    Attempt attempt = fixture.manage(Fixture.task(), FAILS);
    fixture.manager.shutDown();
    attempt.returned(new EncodedOutcome.Completed(Bytes.utf8("done")));

    assertReported(new EncodedOutcome.Completed(Bytes.utf8("done")));
  }

  @Test
  void releasedWork_getsALastBeat_andIsAskedNothing() {
    work.hasCancelHook = true;
    server.acknowledgesBeats = false;
    fixture.manage(Fixture.task(), RELEASES);
    CompletableFuture<Void> done = fixture.manager.shutDown();
    assertThat(server.beats).hasSize(1);
    assertThat(done).isNotDone();

    server.lastBeat().answer().complete(FakeActivityServer.cancelRequested());
    assertThat(done).isCompleted();
    assertThat(work.asked).containsExactly("ended");
    assertThat(server.reports).isEmpty();
    assertThat(ends).containsExactly(ActivityEnd.RELEASED);
    assertNothingLeft();
  }

  @Test
  void lastAttempt_isReleased_ratherThanFailed() {
    work.hasCancelHook = true;
    fixture.manage(Fixture.task().attempt(2).maximumAttempts(2), FAILS);
    fixture.manager.shutDown();
    fixture.advance(100);

    assertThat(work.asked).containsExactly("ended");
    assertThat(server.beats).hasSize(1);
    assertThat(server.reports).isEmpty();
  }

  // Two calls on one attempt could cross, and the older details win.
  @Test
  void lastBeat_waitsForTheOneInFlight() {
    server.acknowledgesBeats = false;
    Attempt attempt = fixture.manage(Fixture.task(), RELEASES);
    fixture.advance(5);
    attempt.record(Bytes.utf8("newest"));
    fixture.manager.shutDown();
    assertThat(server.beats).hasSize(1);

    server.lastBeat().answer().complete(Answer.Acknowledged.PLAIN);
    assertThat(server.beats).hasSize(2);
    assertThat(server.lastBeat().details()).isEqualTo("newest");
  }

  @Test
  void lastBeat_getsOneTry() {
    server.down();
    fixture.manage(Fixture.task(), RELEASES);
    CompletableFuture<Void> done = fixture.manager.shutDown();

    assertThat(done).isCompleted();
    assertThat(server.beats).hasSize(1);
    assertNothingLeft();
  }

  @Test
  void releasedWork_thatNobodyHeartbeats_isLeftAtOnce() {
    fixture.manage(
        Fixture.task(), new AttemptPolicy(HeartbeatPlan.NONE, Fixture.GRACE, false, false));
    assertThat(fixture.manager.shutDown()).isCompleted();
    assertThat(server.beats).isEmpty();
  }

  // The connection is still there: better late than lost.
  @Test
  void resultWhileTheLastBeatIsOnItsWay_isReported() {
    server.acknowledgesBeats = false;
    Attempt attempt = fixture.manage(Fixture.task(), RELEASES);
    CompletableFuture<Void> done = fixture.manager.shutDown();
    attempt.returned(new EncodedOutcome.Completed(Bytes.utf8("done")));
    assertReported(new EncodedOutcome.Completed(Bytes.utf8("done")));
    acknowledge();

    assertThat(done).isCompleted();
    assertThat(ends).containsExactly(ActivityEnd.REPORTED);
  }

  // Nobody asked for one, and there is no time left to ask whether.
  @Test
  void cancellationWhileTheLastBeatIsOnItsWay_isRefused() {
    server.acknowledgesBeats = false;
    Attempt attempt = fixture.manage(Fixture.task(), RELEASES);
    fixture.manager.shutDown();
    CompletableFuture<Void> done = attempt.reportCancellation(new EncodedOutcome.Canceled(null));

    assertThat(OutcomeTest.failureOf(done)).hasMessageContaining("released");
    assertThat(server.reports).isEmpty();
  }

  @Test
  void resultAfterTheRelease_isRefused_andToldWhy() {
    Attempt attempt = fixture.manage(Fixture.task(), RELEASES);
    fixture.manager.shutDown();
    CompletableFuture<Void> done = attempt.complete(new EncodedOutcome.Completed(null));

    assertThat(OutcomeTest.failureOf(done))
        .isInstanceOf(OutcomeAlreadyDecidedException.class)
        .hasMessageContaining("released");
  }

  @Test
  void outcomeOnItsWay_isWaitedFor() {
    Attempt attempt = fixture.manage(Fixture.task(), FAILS);
    attempt.returned(new EncodedOutcome.Completed(null));
    CompletableFuture<Void> done = fixture.manager.shutDown();
    server.lastReport().answer().complete(FakeActivityServer.tryAgain(true));
    fixture.advance(1);
    assertThat(done).isNotDone();
    acknowledge();

    assertThat(done).isCompleted();
    assertThat(work.asked).containsExactly("ended");
  }

  @Test
  void outcomeThatNobodyAcknowledges_isGivenUp_andItsCallerIsTold() {
    Attempt attempt = fixture.manage(Fixture.task(), FAILS);
    server.down();
    CompletableFuture<Void> outcome = attempt.complete(new EncodedOutcome.Completed(null));
    CompletableFuture<Void> done = fixture.manager.shutDown();
    fixture.advance(9.9);
    assertThat(done).isNotDone();
    fixture.advance(0.2);

    assertThat(done).isCompleted();
    assertThat(OutcomeTest.failureOf(outcome)).isInstanceOf(ActivityCompletionException.class);
    assertThat(ends).containsExactly(ActivityEnd.GIVEN_UP);
    assertNothingLeft();
  }

  @Test
  void cancellationThatIsUnderWay_goesOn() {
    work.hasCancelHook = true;
    fixture.manage(Fixture.task(), RELEASES);
    fixture.requestCancel();
    CompletableFuture<Void> done = fixture.manager.shutDown();
    fixture.advance(10);
    assertReported(new EncodedOutcome.Canceled(null));
    acknowledge();

    assertThat(done).isCompleted();
    assertThat(work.asked).doesNotContain("stop SHUTDOWN");
  }

  // One whose place was taken is not forgotten before its outcome has arrived.
  @Test
  void outcomeOfAReplacedAttempt_isWaitedFor() {
    Attempt old = fixture.manage(Fixture.task(), FAILS);
    old.returned(new EncodedOutcome.Completed(null));
    fixture.manage(2, new FakeWork());
    CompletableFuture<Void> done = fixture.manager.shutDown();
    assertThat(done).isNotDone();
    acknowledge();

    assertThat(done).isCompleted();
  }

  // Forbidden: the end of a process waits for the grace of what has nothing to do here.
  @Test
  void supersededWorkOutside_isNotWaitedFor() {
    work.completesElsewhere = true;
    fixture.manage(Fixture.task(), FAILS);
    fixture.manage(Fixture.task().attempt(2), RELEASES);

    assertThat(fixture.manager.shutDown()).isCompleted();
    assertNothingLeft();
  }

  @Test
  void second_changesNothing_andNothingNewIsTaken() {
    CompletableFuture<Void> done = fixture.manager.shutDown();
    fixture.manager.close();

    assertThat(fixture.manager.shutDown()).isSameAs(done);
    assertThatThrownBy(fixture::start).isInstanceOf(IllegalStateException.class);
  }

  private void acknowledge() {
    server.lastReport().answer().complete(Answer.Acknowledged.PLAIN);
  }

  private void assertReported(EncodedOutcome outcome) {
    assertThat(server.reports)
        .extracting(FakeActivityServer.Sent::outcome)
        .containsExactly(outcome);
  }

  private void assertNothingLeft() {
    assertThat(fixture.manager.snapshot()).isEmpty();
    assertThat(fixture.clock.pendingTasks()).isZero();
  }
}
