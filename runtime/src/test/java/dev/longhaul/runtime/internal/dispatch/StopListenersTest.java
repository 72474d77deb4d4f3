package dev.longhaul.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.StopRequest.Kind;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who listens for stop requests of an attempt, and when. */
class StopListenersTest {
  private final FakeClock clock = new FakeClock();
  private final DispatchFixture fixture = new DispatchFixture(clock, Runnable::run, 1);
  private final List<StopRequest> told = new ArrayList<>();
  private final PendingActivity<Object> activity = fixture.started().join();

  private void requestCancel() {
    fixture.server.cancelRequested = true;
    clock.advance(Duration.ofSeconds(5));
  }

  // Forbidden: a request that is lost because it was faster than the listener.
  @Test
  void listenerThatComesAfterTheRequest_isToldOnce() {
    requestCancel();
    activity.onStop(told::add);
    clock.advance(Duration.ofSeconds(9)); // the server says it again

    assertThat(told).extracting(StopRequest::kind).containsExactly(Kind.CANCELLED);
    assertThat(activity.currentStopRequest()).contains(told.get(0));
    assertThat(activity.stopRequest().toCompletableFuture()).isCompletedWithValue(told.get(0));
  }

  // Forbidden: a listener that throws keeps the request from others, or the attempt from its end.
  @Test
  void listenerThatThrows_keepsTheRequestFromNobody() {
    activity.onStop(
        request -> {
          throw new StackOverflowError("deep");
        });
    activity.onStop(told::add);
    requestCancel();
    clock.advance(Duration.ofSeconds(10));

    assertThat(told).hasSize(1);
    assertThat(fixture.server.outcomes).hasSize(1);
    assertThat(fixture.manager.snapshot()).isEmpty();
  }
}
