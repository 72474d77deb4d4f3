package dev.longhaul.testing.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.CreationException;
import dev.longhaul.api.FailureInfo;
import dev.longhaul.testing.Rpc;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlerHarnessTest {
  private final RenderFarm farm = new RenderFarm();
  private final HandlerHarness<TranscodeHandler> harness =
      HandlerHarness.of(TranscodeHandler.class)
          .modules(binder -> binder.bind(RenderFarm.class).toInstance(farm));

  @Test
  void classThatIsNoHandler_isRefused() {
    assertThatThrownBy(() -> HandlerHarness.of(FilmWorkflowImpl.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FilmWorkflowImpl is no handler: it has no @AsyncActivityHandler");
  }

  @Test
  void collaboratorThatNobodyBinds_isNamed() {
    assertThatThrownBy(() -> HandlerHarness.of(ApprovalHandler.class).start("Publish?"))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("List<String>");
  }

  @Test
  void attemptBelowOne_isRefused() {
    assertThatThrownBy(() -> harness.attempt(0)).hasMessageContaining("found 0");
  }

  @Test
  void inputThatDoesNotFit_failsTheAttempt() {
    try (HandlerRun<TranscodeHandler> run = harness.start(List.of("cat.mov"))) {
      assertThat(run.failure().info())
          .isInstanceOfSatisfying(
              FailureInfo.Application.class,
              failure -> assertThat(failure.type()).isEqualTo("InputMismatch"));
      assertThat(farm.jobs()).isEmpty();
    }
  }

  @Test
  void outcomeOfAnotherKind_isToldWithItsCauseAndWhatHappened() {
    try (HandlerRun<TranscodeHandler> run = harness.start("cat.mov")) {
      farm.jobs().get(0).done.completeExceptionally(new IllegalStateException("disk full"));
      assertThatThrownBy(() -> run.result(String.class))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("expected that the attempt completed")
          .hasMessageContaining("OUTCOME_DECIDED FAILED")
          .rootCause()
          .hasMessageContaining("disk full");
    }
  }

  @Test
  void instance_isTheOneThatWorks() {
    try (HandlerRun<TranscodeHandler> run = harness.start("cat.mov")) {
      farm.jobs().get(0).percent = 30;
      assertThat(run.handler().progress()).isEqualTo(30);
    }
  }

  @Test
  void headers_reachTheHandler() {
    try (HandlerRun<HeaderHandler> run =
        HandlerHarness.of(HeaderHandler.class).header("tenant", "acme").start()) {
      assertThat(run.result(String.class)).contains("\"acme\"");
    }
  }

  @Test
  void details_areStillThereAfterTheServerWasAway() {
    try (HandlerRun<TranscodeHandler> run =
        harness.heartbeatTimeout(Duration.ofSeconds(30)).start("cat.mov")) {
      farm.jobs().get(0).percent = 10;
      run.service().faults().next(Rpc.HEARTBEAT).refuse(Status.UNAVAILABLE);
      run.advance(Duration.ofSeconds(20));
      assertThat(run.events())
          .extracting(HandlerEvent::kind)
          .contains(HandlerEvent.Kind.HEARTBEAT_FAILED);
      assertThat(run.heartbeatDetails(Integer.class)).contains(10);
      assertThat(run.isOpen()).isTrue();
    }
  }

  @Test
  void run_leavesNoThreads() {
    try (HandlerRun<TranscodeHandler> run = harness.start("cat.mov")) {
      run.advance(Duration.ofMinutes(5));
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.equals("longhaul-timer") || name.equals("longhaul-handler"));
  }
}
