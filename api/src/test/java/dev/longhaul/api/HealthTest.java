package dev.longhaul.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.longhaul.api.ActivityHealth.Oldest;
import dev.longhaul.api.Health.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the verdicts make of what is known. */
final class HealthTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final HealthThresholds LIMITS = HealthThresholds.defaults();
  private static final PollHealth POLLING = polls(false, Optional.empty(), Duration.ZERO);
  private static final ActivityHealth IDLE =
      activities(Duration.ZERO, Optional.empty(), Duration.ZERO);

  private static PollHealth polls(boolean atLimit, Optional<Duration> failing, Duration quiet) {
    return new PollHealth(
        "queue",
        atLimit ? 0 : 1,
        atLimit,
        Optional.empty(),
        failing,
        failing.map(time -> "UNAVAILABLE"),
        quiet);
  }

  private static ActivityHealth activities(
      Duration lateness, Optional<Duration> oldestOutcome, Duration age) {
    return new ActivityHealth(
        1, 0, lateness, oldestOutcome, Map.of("Slow", new Oldest("0123456789ab", age)));
  }

  private static Health running(PollHealth polls, ActivityHealth activities) {
    return new Health(State.RUNNING, Optional.empty(), List.of(polls), activities, LIMITS);
  }

  private static Health disconnected(Duration time, ActivityHealth activities) {
    return new Health(State.RUNNING, Optional.of(time), List.of(POLLING), activities, LIMITS);
  }

  @Test
  void runtimeThatDoesAllItShould_isReady() {
    Health health = running(POLLING, IDLE);
    assertThat(health.problems()).isEmpty();
    assertThat(health.ready()).isTrue();
    assertThat(health.live()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = "RUNNING")
  void runtimeThatDoesNotPoll_isNotReady_butOnlyDeadWhenItHasEnded(State state) {
    Health health = new Health(state, Optional.empty(), List.of(), IDLE, LIMITS);
    assertThat(health.ready()).isFalse();
    assertThat(health.problems()).singleElement().asString().contains(state.name());
    assertThat(health.live()).isEqualTo(state != State.CLOSED);
  }

  static Stream<Arguments> whatIsBeyondItsThreshold_isToldInALine() {
    return Stream.of(
        Arguments.of(over(LIMITS.outage(), t -> disconnected(t, IDLE)), "no connection"),
        Arguments.of(
            over(LIMITS.outage(), t -> running(polls(false, Optional.of(t), SECOND), IDLE)),
            "polls of task queue queue have failed for 61 s: UNAVAILABLE"),
        Arguments.of(
            over(LIMITS.stuck(), t -> running(polls(false, Optional.empty(), t), IDLE)),
            "nothing has been heard of the polls of task queue queue"),
        Arguments.of(
            over(
                LIMITS.heartbeatLateness(),
                t -> running(POLLING, activities(t, Optional.empty(), SECOND))),
            "a heartbeat is 31 s late"),
        Arguments.of(
            over(
                LIMITS.unacknowledged(),
                t -> running(POLLING, activities(SECOND, Optional.of(t), SECOND))),
            "an outcome is not acknowledged for 121 s"));
  }

  /** With a duration at the threshold, and with one beyond it. */
  private record Case(Health within, Health beyond) {}

  private static Case over(Duration threshold, Function<Duration, Health> with) {
    return new Case(with.apply(threshold), with.apply(threshold.plus(SECOND)));
  }

  @ParameterizedTest
  @MethodSource
  void whatIsBeyondItsThreshold_isToldInALine(Case duration, String line) {
    assertThat(duration.within().problems()).isEmpty();
    assertThat(duration.beyond().problems()).singleElement().asString().contains(line);
    assertThat(duration.beyond().ready()).isFalse();
  }

  // A restart would cost the running activities and bring no server back.
  @Test
  void serverThatIsAway_neverCallsForARestart() {
    Duration day = Duration.ofDays(1);
    ActivityHealth late = activities(day, Optional.of(day), day);
    assertThat(disconnected(day, late).live()).isTrue();
    assertThat(running(polls(false, Optional.of(day), SECOND), late).live()).isTrue();
  }

  @Test
  void runtimeThatIsStuckThoughTheServerAnswers_isNotLive() {
    Duration stuck = LIMITS.stuck().plus(SECOND);
    assertThat(running(POLLING, activities(stuck, Optional.empty(), SECOND)).live()).isFalse();
    assertThat(running(polls(false, Optional.empty(), stuck), IDLE).live()).isFalse();
    assertThat(
            running(POLLING, activities(LIMITS.stuck(), Optional.of(stuck), Duration.ofDays(99)))
                .live())
        .isTrue();
  }

  // With all permits taken nothing is polled, perhaps for days.
  @Test
  void queueAtItsLimit_isWell() {
    Health health = running(polls(true, Optional.empty(), Duration.ofDays(1)), IDLE);
    assertThat(health.ready()).isTrue();
    assertThat(health.live()).isTrue();
  }

  @Test
  void activityThatIsOpenForTooLong_isToldWithItsDigest_whereATypeHasALimit() {
    ActivityHealth old = activities(SECOND, Optional.empty(), Duration.ofHours(3));
    assertThat(running(POLLING, old).ready()).isTrue();

    HealthThresholds limited =
        LIMITS.oldest("Slow", Duration.ofHours(2)).oldest("Other", Duration.ZERO);
    Health health = new Health(State.RUNNING, Optional.empty(), List.of(POLLING), old, limited);
    assertThat(health.problems())
        .containsExactly("activity 0123456789ab (Slow) is open for 10800 s");
    assertThat(health.live()).isTrue();
  }

  @Test
  void thresholds_areChangedOneByOne() {
    HealthThresholds changed =
        LIMITS.outage(SECOND).heartbeatLateness(SECOND).unacknowledged(SECOND).stuck(SECOND);
    assertThat(changed).isEqualTo(new HealthThresholds(SECOND, SECOND, SECOND, SECOND, Map.of()));
    assertThat(LIMITS).isEqualTo(HealthThresholds.defaults());
  }

  static Stream<UnaryOperator<HealthThresholds>> negativeThreshold_isRefused() {
    Duration negative = SECOND.negated();
    return Stream.of(
        limits -> limits.outage(negative),
        limits -> limits.heartbeatLateness(negative),
        limits -> limits.unacknowledged(negative),
        limits -> limits.stuck(negative),
        limits -> limits.oldest("Slow", negative));
  }

  @ParameterizedTest
  @MethodSource
  void negativeThreshold_isRefused(UnaryOperator<HealthThresholds> change) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.apply(LIMITS))
        .withMessageContaining("negative");
  }
}
