package dev.longhaul.testing.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.api.ActivityEnd;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.PauseAction;
import dev.longhaul.api.StopRequest;
import dev.longhaul.testing.junit5.HandlerEvent.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StopKindsTest {
  private final RenderFarm farm = new RenderFarm();
  private final HandlerHarness<TranscodeHandler> harness =
      HandlerHarness.of(TranscodeHandler.class)
          .modules(binder -> binder.bind(RenderFarm.class).toInstance(farm));

  @ParameterizedTest
  @EnumSource
  void stop_isToldToTheHandler(StopRequest.Kind kind) {
    try (HandlerRun<TranscodeHandler> run = harness.start("cat.mov")) {
      run.stop(kind);
      assertThat(run.events())
          .filteredOn(event -> event.kind() == Kind.STOP_REQUESTED)
          .extracting(HandlerEvent::what)
          .containsExactly(kind.name());
      assertThat(farm.jobs().get(0).aborted).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void run_isTheSameEachTime(StopRequest.Kind kind) {
    List<HandlerEvent> first = events(kind);
    for (int i = 0; i < 20; i++) {
      assertThat(events(kind)).isEqualTo(first);
    }
  }

  private List<HandlerEvent> events(StopRequest.Kind kind) {
    try (HandlerRun<TranscodeHandler> run =
        harness.heartbeatTimeout(Duration.ofMinutes(1)).start("cat.mov")) {
      run.advance(Duration.ofSeconds(25));
      run.stop(kind);
      run.advance(Duration.ofMinutes(2));
      return run.events();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TIMED_OUT", "GONE"})
  void stopThatComesTooLate_leavesNothingToReport(StopRequest.Kind kind) {
    try (HandlerRun<TranscodeHandler> run = harness.start("cat.mov")) {
      run.stop(kind);
      run.advance(Duration.ofSeconds(30));
      assertThat(run.outcome())
          .isInstanceOfSatisfying(
              AttemptOutcome.Unreported.class,
              outcome -> assertThat(outcome.how()).isEqualTo(ActivityEnd.DROPPED));
    }
  }

  @Test
  void pauseThatIsNoStop_isToldAndOver() {
    HandlerHarness<TranscodeHandler> continuing =
        harness.settings(given -> given.onPause(PauseAction.CONTINUE));
    try (HandlerRun<TranscodeHandler> run = continuing.start("cat.mov")) {
      run.stop(StopRequest.Kind.PAUSED);
      run.unpause();
      run.advance(Duration.ofSeconds(10));
      assertThat(run.events())
          .filteredOn(event -> event.kind() == Kind.PAUSE_CHANGED)
          .extracting(HandlerEvent::what)
          .containsExactly("PAUSED", "RESUMED");
      assertThat(farm.jobs().get(0).aborted).isFalse();
    }
  }

  @Test
  void attemptThatNeverHeartbeats_cannotBeCancelled() {
    HandlerHarness<TranscodeHandler> silent =
        harness.settings(given -> given.heartbeatInterval(HeartbeatInterval.none()));
    try (HandlerRun<TranscodeHandler> run = silent.start("cat.mov")) {
      assertThatThrownBy(() -> run.stop(StopRequest.Kind.CANCELLED))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("told of TIMED_OUT before it could be told of CANCELLED")
          .hasMessageContaining("START_CALLED");
    }
  }

  @Test
  void lastAttempt_isNotReset() {
    try (HandlerRun<TranscodeHandler> run = harness.maximumAttempts(1).start("cat.mov")) {
      assertThatThrownBy(() -> run.stop(StopRequest.Kind.RESET))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("two heartbeats went out, and the attempt was not told of RESET");
    }
  }

  @Test
  void secondAttempt_isToldOfNoReset() {
    try (HandlerRun<TranscodeHandler> run = harness.attempt(2).start("cat.mov")) {
      assertThatThrownBy(() -> run.stop(StopRequest.Kind.RESET))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("stop this one by GONE");
    }
  }
}
