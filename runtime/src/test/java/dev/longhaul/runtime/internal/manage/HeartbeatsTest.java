package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityListener;
import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.payload.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Fixture fixture = new Fixture();
  private final FakeActivityServer server = fixture.server;

  @Test
  void firstBeat_comesWithinTheFirstInterval_andCarriesTheServersOwnDetails() {
    fixture.start();
    fixture.advance(4.9);
    assertThat(server.beats).isEmpty();

    fixture.advance(0.2);
    assertThat(server.beats).hasSize(1);
    assertThat(server.lastBeat().details()).isEqualTo("seed");
  }

  @Test
  void nextBeats_comeAtNoMoreThanTheInterval() {
    fixture.start();
    fixture.advance(5);
    fixture.advance(9.4);
    assertThat(server.beats).hasSize(1);

    fixture.advance(0.2);
    assertThat(server.beats).hasSize(2);
  }

  @Test
  void firstRecordedDetails_goAtOnce_andAgainWithEveryBeat() {
    Attempt attempt = fixture.start();
    attempt.record(Bytes.utf8("a"));
    assertThat(server.beats).as("no call on the recording thread").isEmpty();

    fixture.advance(0);
    fixture.advance(9.6);
    assertThat(server.beats).extracting(FakeActivityServer.Beat::details).containsExactly("a", "a");
  }

  @Test
  void whileOneIsInFlight_noOtherIsSent_andNewerDetailsReplaceOlder() {
    server.acknowledgesBeats = false;
    Attempt attempt = fixture.start();
    fixture.advance(5);
    attempt.record(Bytes.utf8("a"));
    attempt.record(Bytes.utf8("b"));
    fixture.advance(60);
    assertThat(server.beats).hasSize(1);

    server.lastBeat().answer().complete(Answer.Acknowledged.PLAIN);
    fixture.advance(0);
    assertThat(server.beats).hasSize(2);
    assertThat(server.lastBeat().details()).isEqualTo("b");
  }

  // Forbidden: activities that suffer for the trouble of one.
  @Test
  void slowAnswerToOne_delaysNoOther() {
    server.acknowledgesBeats = false;
    fixture.start();
    fixture.advance(5);
    server.acknowledgesBeats = true;
    fixture.manage(
        Fixture.task()
            .reference(Fixture.token(9))
            .id(FullActivityId.of("default", "workflow", "run", "other")),
        Fixture.POLICY);
    fixture.advance(15);

    assertThat(server.beats).as("one of the first, two of the other").hasSize(3);
  }

  // Forbidden: a failure that hides behind the JDK's own.
  @Test
  void hook_thatFailsLater_isToldAsItFailed() {
    List<Throwable> told = new ArrayList<>();
    fixture.manager.addListener(
        new ActivityListener() {
          @Override
          public void heartbeatFailed(ActivitySnapshot activity, Throwable why) {
            told.add(why);
          }
        });
    fixture.work.hasHeartbeatHook = true;
    fixture.start();
    fixture.advance(5);
    IllegalStateException why = new IllegalStateException("later");
    fixture.work.hooks.get(0).completeExceptionally(new CompletionException(why));

    assertThat(told).containsExactly(why);
  }

  @Test
  void failedBeat_isTriedAgainSoon() {
    server.acknowledgesBeats = false;
    fixture.start();
    fixture.advance(5);
    server.lastBeat().answer().complete(FakeActivityServer.tryAgain(false));

    fixture.advance(0.2);
    assertThat(server.beats).hasSize(2);
  }

  @Test
  void hook_thatAnswers_givesTheDetails_andNullKeepsThem() {
    fixture.work.hasHeartbeatHook = true;
    fixture.start();
    fixture.advance(5);
    assertThat(server.beats).isEmpty();

    fixture.work.hooks.get(0).complete(Bytes.utf8("half"));
    assertThat(server.lastBeat().details()).isEqualTo("half");
    fixture.advance(9.6);
    fixture.work.hooks.get(1).complete(null);
    assertThat(server.beats).hasSize(2);
    assertThat(server.lastBeat().details()).isEqualTo("half");
  }

  // Work that stopped being alive must stop looking alive.
  @Test
  void hook_thatThrows_sendsNothing_andIsAskedAgain() {
    fixture.work.hasHeartbeatHook = true;
    fixture.startWatched(TIMEOUT);
    fixture.advance(5);
    fixture.work.hooks.get(0).completeExceptionally(new IllegalStateException("lost"));
    fixture.advance(1);

    assertThat(server.beats).isEmpty();
    assertThat(fixture.work.hooks).hasSize(2);
  }

  @Test
  void hook_thatHangs_isNotAskedAgain() {
    fixture.work.hasHeartbeatHook = true;
    fixture.startWatched(TIMEOUT);
    fixture.advance(300);

    assertThat(fixture.work.hooks).hasSize(1);
    assertThat(server.beats).isEmpty();
  }

  // The server waits for no heartbeat, so one gives nothing a false life, but tells of a
  // cancellation.
  @Test
  void hook_thatFails_whereTheServerWaitsForNoHeartbeat_letsItGoWithTheLastDetails() {
    fixture.work.hasHeartbeatHook = true;
    fixture.start();
    fixture.advance(5);
    fixture.work.hooks.get(0).completeExceptionally(new IllegalStateException("lost"));
    assertThat(server.lastBeat().details()).isEqualTo("seed");

    fixture.advance(9.6);
    assertThat(fixture.work.hooks).as("it may have recovered").hasSize(2);
  }

  @Test
  void hook_thatHangs_whereTheServerWaitsForNoHeartbeat_keepsNoCancellationAway() {
    fixture.work.hasHeartbeatHook = true;
    fixture.start();
    fixture.advance(14.9);
    assertThat(server.beats).isEmpty();
    fixture.nextBeatIsAnswered(FakeActivityServer.cancelRequested());

    assertThat(fixture.work.hooks).hasSize(1);
    assertThat(fixture.work.asked).contains("stop CANCELLED");
  }

  @Test
  void hook_thatAnswersAfterItWasTakenForHung_givesTheNextBeatItsDetails() {
    fixture.work.hasHeartbeatHook = true;
    fixture.start();
    fixture.advance(16);
    fixture.work.hooks.get(0).complete(Bytes.utf8("late"));

    assertThat(server.lastBeat().details()).isEqualTo("late");
  }

  @Test
  void hook_isNotAskedAnew_forEachTryOfAHeartbeat() {
    fixture.work.hasHeartbeatHook = true;
    server.acknowledgesBeats = false;
    fixture.startWatched(TIMEOUT);
    fixture.advance(5);
    fixture.work.hooks.get(0).complete(Bytes.utf8("half"));
    server.lastBeat().answer().complete(FakeActivityServer.tryAgain(false));
    fixture.advance(0.2);

    assertThat(server.beats).hasSize(2);
    assertThat(fixture.work.hooks).hasSize(1);
  }

  // Forbidden: one lost answer that uses up all the time the server waits.
  @Test
  void firstTry_leavesTimeForAnother_andTheOthersHavePatience() {
    server.acknowledgesBeats = false;
    fixture.startWatched(Duration.ofSeconds(11));
    fixture.advance(5);
    assertThat(server.lastBeat().limit()).isEqualTo(Duration.ofSeconds(2));

    server.lastBeat().answer().complete(FakeActivityServer.tryAgain(false));
    fixture.advance(0.2);
    assertThat(server.lastBeat().limit()).isEqualTo(ActivityServer.LONGEST_TRY);
  }

  @Test
  void heartbeatNow_waitsForABeatOfItsOwn() {
    server.acknowledgesBeats = false;
    Attempt attempt = fixture.start();
    fixture.advance(5);
    CompletableFuture<Void> done = attempt.heartbeatNow(Bytes.utf8("now"));
    server.beats.get(0).answer().complete(Answer.Acknowledged.PLAIN);
    assertThat(done).isNotDone();

    assertThat(server.lastBeat().details()).isEqualTo("now");
    server.lastBeat().answer().complete(Answer.Acknowledged.PLAIN);
    assertThat(done).isCompleted();
  }

  @Test
  void workThatEndsBeforeItsFirstBeat_costsNone() {
    Attempt attempt = fixture.start();
    attempt.returned(new EncodedOutcome.Completed(null));
    server.lastReport().answer().complete(Answer.Acknowledged.PLAIN);
    fixture.advance(100);

    assertThat(server.beats).isEmpty();
    assertThat(fixture.clock.pendingTasks()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "auto, 0, 60000",
    "auto, 10, 5000",
    "auto, 600, 30000",
    "10s, 0, 10000",
    "10s, 60, 10000",
    "10s, 5, 4000",
    "none, 5, 0"
  })
  void plan_isTheDeclaredIntervalWithinTheTimeout(String declared, long timeout, long millis) {
    HeartbeatPlan plan =
        HeartbeatPlan.of(HeartbeatInterval.parse(declared), Duration.ofSeconds(timeout));

    assertThat(Duration.ofNanos(plan.intervalNanos())).isEqualTo(Duration.ofMillis(millis));
  }
}
