package dev.longhaul.testing.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.TypeLiteral;
import dev.longhaul.api.ActivityEnd;
import dev.longhaul.api.StopRequest;
import dev.longhaul.testing.junit5.HandlerEvent.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A handler whose activities others complete is tested without a server. */
class ApprovalHandlerTest {
  private final List<String> questions = new ArrayList<>();
  private final HandlerHarness<ApprovalHandler> harness =
      HandlerHarness.of(ApprovalHandler.class)
          .modules(binder -> binder.bind(new TypeLiteral<List<String>>() {}).toInstance(questions));

  @Test
  void answer_completesIt_afterDays() {
    try (HandlerRun<ApprovalHandler> run =
        harness.startToCloseTimeout(Duration.ofDays(30)).start("Publish?")) {
      assertThat(questions).containsExactly("Publish? " + run.reference().digest());
      run.advance(Duration.ofDays(3));
      run.client().complete(run.reference(), true);
      assertThat(run.result(Boolean.class)).contains(true);
      assertThat(run.heartbeats()).hasSize(3 * 24);
    }
  }

  @Test
  void shutdown_leavesItOpen() {
    try (HandlerRun<ApprovalHandler> run = harness.start("Publish?")) {
      run.stop(StopRequest.Kind.SHUTDOWN);
      assertThat(run.outcome())
          .isEqualTo(new AttemptOutcome.Unreported(Duration.ZERO, ActivityEnd.RELEASED));
      assertThat(questions).hasSize(1);
    }
  }

  @Test
  void cancellation_withdrawsTheQuestion() {
    try (HandlerRun<ApprovalHandler> run =
        harness.startToCloseTimeout(Duration.ofDays(1)).start("Publish?")) {
      run.stop(StopRequest.Kind.CANCELLED);
      assertThat(questions).isEmpty();
      assertThat(run.events())
          .extracting(HandlerEvent::kind)
          .startsWith(
              Kind.START_CALLED,
              Kind.START_RETURNED,
              Kind.HEARTBEAT_SENT,
              Kind.STOP_REQUESTED,
              Kind.CANCEL_HOOK);
    }
  }
}
