package dev.longhaul.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.TaskToken;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks that arrive while the process shuts down. */
class LateTasksTest {
  private final FakeClock clock = new FakeClock();
  private final DispatchFixture fixture = new DispatchFixture(clock, Runnable::run, 1);
  private final AtomicInteger started = new AtomicInteger();
  private final Dispatcher dispatcher =
      fixture.dispatcher(
          DispatchFixture.handler(
              "Work",
              (handler, call) -> {
                started.incrementAndGet();
                return null;
              },
              null));
  private int tokens;

  @BeforeEach
  void close() {
    dispatcher.closing(Duration.ofSeconds(15));
  }

  @Test
  void taskThatArrivesInTime_isStarted() {
    clock.advance(Duration.ofMillis(14_999));
    arrives(1, 5);

    assertThat(started).hasValue(1);
  }

  @Test
  void taskThatArrivesTooLate_isFailed_andItsPermitIsFree() {
    clock.advance(Duration.ofSeconds(15));
    Permits permits = arrives(1, 5);
    arrives(1, 0);

    assertThat(started).hasValue(0);
    assertThat(fixture.server.outcomes)
        .hasSize(2)
        .allMatch(EncodedOutcome.Failed.class::isInstance);
    assertThat(permits.acquire()).isDone();
  }

  // The failure goes through codecs, which are user code, and a task arrives on a network thread;
  // polling must not count as stopped before that: the process would end without the failure.
  @Test
  void failure_isEncodedOnACallbackThread_andTheTaskIsNotTakenBefore() {
    Queue<Runnable> callbacks = new ArrayDeque<>();
    DispatchFixture waiting = new DispatchFixture(clock, callbacks::add, 1);
    Dispatcher none = waiting.dispatcher();
    CompletableFuture<Void> taken =
        none.dispatch(
            DispatchFixture.QUEUE,
            waiting.task(TaskToken.of(new byte[] {1}), "Work"),
            DispatchFixture.seat(none));

    assertThat(waiting.server.outcomes).isEmpty();
    assertThat(taken).isNotDone();
    while (!callbacks.isEmpty()) {
      callbacks.remove().run();
    }
    assertThat(waiting.server.outcomes).hasSize(1);
    assertThat(taken).isDone();
  }

  // To fail that one would end the activity.
  @Test
  void lastAttempt_isStarted_howeverLateItArrives() {
    clock.advance(Duration.ofSeconds(60));
    arrives(5, 5);

    assertThat(started).hasValue(1);
    assertThat(fixture.server.outcomes).isEmpty();
  }

  private Permits arrives(int attempt, int maximumAttempts) {
    Permits permits = new Permits(1);
    dispatcher.dispatch(
        DispatchFixture.QUEUE,
        fixture.task(TaskToken.of(new byte[] {(byte) tokens++}), "Work", attempt, maximumAttempts),
        DispatchFixture.seat(dispatcher, permits));
    return permits;
  }
}
