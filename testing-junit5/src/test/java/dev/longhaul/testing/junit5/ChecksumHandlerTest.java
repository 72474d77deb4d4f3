package dev.longhaul.testing.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.TypeLiteral;
import dev.longhaul.api.FailureInfo;
import dev.longhaul.api.StopRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A blocking handler is tested without a server: an example of a harness. */
class ChecksumHandlerTest {
  private final BlockingQueue<Integer> blocks = new LinkedBlockingQueue<>();
  private final HandlerHarness<ChecksumHandler> harness =
      HandlerHarness.of(ChecksumHandler.class)
          .modules(
              binder ->
                  binder.bind(new TypeLiteral<BlockingQueue<Integer>>() {}).toInstance(blocks));

  @Test
  void sum_goesOnFromTheLastAttempt() {
    blocks.addAll(List.of(1, 2, 3));
    try (HandlerRun<ChecksumHandler> run = harness.attempt(2).lastHeartbeatDetails(10).start(3)) {
      assertThat(run.result(Integer.class)).contains(16);
    }
  }

  @Test
  void details_areRecordedBlockByBlock() {
    try (HandlerRun<ChecksumHandler> run = harness.start(2)) {
      blocks.add(5);
      run.await("the first block", () -> run.heartbeatDetails(Integer.class).isPresent());
      assertThat(run.heartbeatDetails(Integer.class)).contains(5);
      assertThat(run.heartbeats()).as("the first details are sent at once").hasSize(1);
      assertThat(run.elapsed()).isZero();
    }
  }

  @Test
  void cancellation_interruptsTheWait() {
    try (HandlerRun<ChecksumHandler> run = harness.start(2)) {
      run.stop(StopRequest.Kind.CANCELLED);
      assertThat(run.outcome()).isInstanceOf(AttemptOutcome.Cancelled.class);
      assertThat(run.outcome().at()).as("at its next heartbeat").isEqualTo(Duration.ofSeconds(10));
    }
  }

  // The forbidden outcome: time moves on while the interrupted thread is still on its way out, and
  // the grace period ends what the handler was about to confirm.
  @RepeatedTest(50)
  void interruptedThread_isWaitedForBeforeTimeMovesOn() {
    try (HandlerRun<ChecksumHandler> run = harness.start(2)) {
      run.stop(StopRequest.Kind.CANCELLED);
      run.advance(Duration.ofMinutes(1));
      assertThat(run.outcome().at()).isEqualTo(Duration.ofSeconds(10));
    }
  }

  @Test
  void shutdown_leavesTheWorkToAnotherProcess() {
    try (HandlerRun<ChecksumHandler> run = harness.start(2)) {
      run.stop(StopRequest.Kind.SHUTDOWN);
      assertThat(run.failure().info())
          .isInstanceOfSatisfying(
              FailureInfo.Application.class,
              failure -> {
                assertThat(failure.type()).isEqualTo("WorkerShutdown");
                assertThat(failure.nonRetryable()).isFalse();
              });
    }
  }
}
