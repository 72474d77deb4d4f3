package dev.longhaul.testing.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.StopRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A handler is tested without a server: an example of a harness. */
class TranscodeHandlerTest {
  private final RenderFarm farm = new RenderFarm();
  private final HandlerHarness<TranscodeHandler> harness =
      HandlerHarness.of(TranscodeHandler.class)
          .modules(binder -> binder.bind(RenderFarm.class).toInstance(farm));

  @Test
  void result_isThatOfTheFarm() {
    try (HandlerRun<TranscodeHandler> run = harness.start("cat.mov")) {
      assertThat(run.isOpen()).isTrue();
      farm.jobs().get(0).done.complete("done");
      assertThat(run.result(String.class)).contains("done/cat.mov");
    }
  }

  @Test
  void heartbeats_tellTheProgress() {
    try (HandlerRun<TranscodeHandler> run = harness.start("cat.mov")) {
      farm.jobs().get(0).percent = 20;
      run.advance(Duration.ofSeconds(10));
      farm.jobs().get(0).percent = 70;
      run.advance(Duration.ofMinutes(1));
      assertThat(run.heartbeats()).hasSize(7);
      assertThat(run.heartbeats().get(0).at()).isEqualTo(Duration.ofSeconds(10));
      assertThat(run.heartbeats().get(0).details().get(0, Integer.class)).contains(20);
      assertThat(run.heartbeatDetails(Integer.class)).contains(70);
    }
  }

  @Test
  void secondAttempt_findsTheJobOfTheFirst() {
    HandlerHarness<TranscodeHandler> activity = harness.activityId("7").runId(RUN);
    try (HandlerRun<TranscodeHandler> first = activity.start("cat.mov")) {
      assertThat(first.isOpen()).isTrue();
    }
    try (HandlerRun<TranscodeHandler> second =
        activity.attempt(2).lastHeartbeatDetails(40).start("cat.mov")) {
      assertThat(second.isOpen()).isTrue();
      assertThat(farm.jobs()).singleElement().returns(40, job -> job.percent);
    }
  }

  @Test
  void cancellation_abortsTheJob() {
    try (HandlerRun<TranscodeHandler> run = harness.start("cat.mov")) {
      run.stop(StopRequest.Kind.CANCELLED);
      assertThat(farm.jobs().get(0).aborted).isTrue();
      assertThat(run.isOpen()).as("the farm may still have a result").isTrue();
      run.advance(Duration.ofSeconds(30));
      assertThat(run.cancellationDetails().get(0, String.class)).contains("CANCELLED at 0");
    }
  }

  private static final String RUN = "00000000-0000-0000-0000-000000000001";
}
