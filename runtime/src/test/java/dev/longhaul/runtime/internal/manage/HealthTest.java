package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityHealth;
import dev.longhaul.api.ActivityHealth.Oldest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How a manager's activities do. */
class HealthTest {
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  private final Fixture fixture = new Fixture();

  @Test
  void managerWithoutActivities_isWell() {
    assertThat(health())
        .isEqualTo(new ActivityHealth(0, 0, Duration.ZERO, Optional.empty(), Map.of()));
  }

  @Test
  void oldestActivity_isToldByType_withTheDigestThatLogsHave() {
    Attempt first = fixture.manage(Fixture.task(), Fixture.POLICY);
    fixture.advance(3);
    fixture.manage(Fixture.task().attempt(7).id(null), Fixture.POLICY);
    fixture.advance(2);

    assertThat(health().open()).isEqualTo(2);
    assertThat(health().oldest())
        .containsExactly(
            Map.entry("Work", new Oldest(first.task().digest(), Duration.ofSeconds(5))));
  }

  @Test
  void activitiesThatNobodyWatches_areCounted() {
    fixture.manage(Fixture.task().heartbeatTimeout(Duration.ZERO), Fixture.POLICY);
    fixture.manage(
        Fixture.task().attempt(2).id(null).heartbeatTimeout(Duration.ofMinutes(1)), Fixture.POLICY);
    fixture.manage(Fixture.task().attempt(3).id(null).heartbeatTimeout(null), Fixture.POLICY);

    assertThat(health().open()).isEqualTo(3);
    assertThat(health().withoutHeartbeatTimeout()).isEqualTo(1);
  }

  // The first one is due after five seconds; the gate is closed for a second before.
  @Test
  void heartbeatThatWaitsForItsTurn_isLate_untilItIsSent() {
    fixture.start();
    fixture.advance(4.9);
    fixture.manager.gate().hitLimit();
    fixture.advance(0.6);
    assertThat(fixture.server.beats).isEmpty();
    assertThat(health().heartbeatLateness()).isEqualTo(HALF_A_SECOND);

    fixture.advance(1);
    assertThat(fixture.server.beats).hasSize(1);
    assertThat(health().heartbeatLateness()).isZero();
  }

  // It is on its way, and its answer is the server's affair.
  @Test
  void heartbeatThatIsNotAnswered_isNotLate() {
    fixture.server.acknowledgesBeats = false;
    fixture.start();
    fixture.advance(60);

    assertThat(fixture.server.beats).hasSize(1);
    assertThat(health().heartbeatLateness()).isZero();
  }

  // One hook that hangs must not have all other activities restarted.
  @Test
  void heartbeatThatWaitsForItsHook_isNotLate() {
    fixture.work.hasHeartbeatHook = true;
    fixture.startWatched(Duration.ofHours(1));
    fixture.advance(60);

    assertThat(fixture.work.hooks).hasSize(1);
    assertThat(health().heartbeatLateness()).isZero();
  }

  @Test
  void heartbeatsThatNoTimerSends_areEverLater() {
    ActivityManager stopped =
        new ActivityManager(
            new Services(
                fixture.server,
                new FakeEncoder(),
                fixture.clock::nanoTime,
                (task, delay, unit) -> new CompletableFuture<Void>(),
                Runnable::run,
                () -> Fixture.RANDOM),
            () -> Instant.EPOCH);
    stopped.manage(Fixture.task(1), Fixture.POLICY, fixture.work);
    fixture.advance(65);

    assertThat(stopped.health().heartbeatLateness()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void outcomeThatIsNotAcknowledged_isToldWithItsAge_andItsActivityIsNotOpenAnyMore() {
    Attempt attempt = fixture.start();
    fixture.advance(30);
    attempt.returned(new EncodedOutcome.Completed(null));
    fixture.advance(0.5);
    assertThat(health().oldestOutcome()).contains(HALF_A_SECOND);
    assertThat(health().open()).isZero();
    assertThat(health().oldest()).isEmpty();

    fixture.server.lastReport().answer().complete(Answer.Acknowledged.PLAIN);
    assertThat(health().oldestOutcome()).isEmpty();
  }

  private ActivityHealth health() {
    return fixture.manager.health();
  }
}
