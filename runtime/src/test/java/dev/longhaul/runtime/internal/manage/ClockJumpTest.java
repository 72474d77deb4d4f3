package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.StopRequest;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Clocks that jump: the machine was asleep, or somebody set its time. */
class ClockJumpTest {
  private final FakeClock clock = new FakeClock();
  private final FakeActivityServer server = new FakeActivityServer();
  private final FakeWork work = new FakeWork();
  private Duration asleep = Duration.ZERO;
  private Instant wallClock = Instant.EPOCH;
  private final ActivityManager manager =
      new ActivityManager(
          new Services(
              server,
              new FakeEncoder(),
              () -> clock.nanoTime() + asleep.toNanos(),
              clock::schedule,
              Runnable::run,
              () -> Fixture.RANDOM),
          () -> wallClock);

  // Forbidden: the heartbeats that were not sent meanwhile, one after the other.
  @Test
  void sleepForSeveralIntervals_costsOneHeartbeat() {
    manage(Fixture.task().heartbeatTimeout(Duration.ofMinutes(2)));
    clock.advance(Duration.ofSeconds(5));
    asleep = Duration.ofSeconds(60);
    clock.advance(Duration.ofSeconds(10));

    assertThat(server.beats).hasSize(2);
    assertThat(work.stops).isEmpty();
  }

  // Forbidden: work that goes on, though the server gave it up long ago.
  @Test
  void sleepForLongerThanTheHeartbeatTimeout_stopsTheWork_andSendsNothing() {
    manage(Fixture.task().heartbeatTimeout(Duration.ofSeconds(30)));
    clock.advance(Duration.ofSeconds(5));
    asleep = Duration.ofHours(1);
    clock.advance(Duration.ofSeconds(10));

    assertThat(work.stops)
        .extracting(StopRequest::kind)
        .containsExactly(StopRequest.Kind.TIMED_OUT);
    assertThat(server.beats).hasSize(1);
    clock.advance(Fixture.GRACE);
    assertThat(server.reports).isEmpty();
    assertThat(work.asked).contains("ended");
  }

  // Forbidden: an outcome that is given up for the time in which nobody could try.
  @Test
  void sleepWithAnOutcomeOnItsWay_isFollowedByAnotherTry() {
    Attempt attempt = manage(Fixture.task());
    attempt.returned(new EncodedOutcome.Completed(null));
    server.lastReport().answer().complete(FakeActivityServer.tryAgain(true));
    asleep = Duration.ofHours(1);
    clock.advance(Duration.ofSeconds(1));

    assertThat(server.reports).hasSize(2);
  }

  // Forbidden: a schedule or a timeout that depends on what somebody sets the time to.
  @Test
  void timeThatIsSetForwardOrBack_movesNothing() {
    manage(Fixture.task().heartbeatTimeout(Duration.ofSeconds(30)));
    clock.advance(Duration.ofSeconds(5));
    wallClock = Instant.EPOCH.plus(Duration.ofDays(365));
    clock.advance(Duration.ofSeconds(9));
    assertThat(server.beats).hasSize(1);
    wallClock = Instant.EPOCH.minus(Duration.ofDays(365));
    clock.advance(Duration.ofSeconds(1));
    assertThat(server.beats).hasSize(2);

    clock.advance(Duration.ofSeconds(40));
    assertThat(work.stops).isEmpty();
  }

  private Attempt manage(TaskBuilder task) {
    return manager.manage(task.build(), Fixture.POLICY, work);
  }
}
