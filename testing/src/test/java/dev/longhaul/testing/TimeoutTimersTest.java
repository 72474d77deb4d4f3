package dev.longhaul.testing;

import static dev.longhaul.testing.Worker.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.longhaul.proto.common.v1.RetryPolicy;
import dev.longhaul.proto.enums.v1.TimeoutType;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeoutTimersTest {
  private static final ActivitySpec SPEC =
      ActivitySpec.of("Type", QUEUE)
          .startToCloseTimeout(Duration.ofSeconds(60))
          .heartbeatTimeout(Duration.ofSeconds(10));

  private final FakeTemporalService service = FakeTemporalService.builder().firesTimeouts().start();
  private final FakeClock clock = service.clock();
  private final Worker worker = new Worker(service);
  private final FakeActivity activity =
      service.schedule(SPEC.retryPolicy(RetryPolicy.newBuilder().setMaximumAttempts(1).build()));

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void silence_timesOut() {
    worker.pollToken();
    clock.advance(Duration.ofSeconds(9));
    assertThat(activity.outcome()).isEmpty();

    clock.advance(Duration.ofSeconds(1));

    assertTimedOut(TimeoutType.TIMEOUT_TYPE_HEARTBEAT);
  }

  @Test
  void heartbeats_keepItAliveUntilStartToClose() {
    ByteString token = worker.pollToken();
    for (int i = 0; i < 6; i++) {
      clock.advance(Duration.ofSeconds(9));
      worker.heartbeat(token);
    }
    assertThat(activity.outcome()).isEmpty();

    clock.advance(Duration.ofSeconds(6));

    assertTimedOut(TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE);
  }

  @Test
  void queuedOrPaused_doesNotTimeOut() {
    clock.advance(Duration.ofMinutes(5));
    worker.pollToken();
    activity.pause();
    clock.advance(Duration.ofMinutes(5));
    assertThat(activity.outcome()).isEmpty();

    activity.unpause();
    clock.runDue();

    assertTimedOut(TimeoutType.TIMEOUT_TYPE_HEARTBEAT);
  }

  @Test
  void closedActivity_leavesNoTimer() {
    worker.complete(worker.pollToken(), Worker.payloads("done"));

    assertThat(clock.pendingTasks()).isZero();
  }

  private void assertTimedOut(TimeoutType type) {
    assertThat(activity.awaitOutcome())
        .isInstanceOfSatisfying(
            ActivityOutcome.TimedOut.class, outcome -> assertThat(outcome.type()).isEqualTo(type));
  }
}
