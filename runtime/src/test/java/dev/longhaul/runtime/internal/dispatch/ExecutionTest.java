package dev.longhaul.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The small machines under the handlers: permits and interrupts. */
class ExecutionTest {

  @Test
  void permit_goesToTheFirstWaiter_andIsGivenBackOnce() {
    Permits permits = new Permits(1);
    Permits.Permit held = permits.acquire().join();
    Queue<CompletableFuture<Permits.Permit>> waiting =
        new ArrayDeque<>(List.of(permits.acquire(), permits.acquire()));
    held.release();
    held.release();

    assertThat(waiting.remove()).isDone();
    assertThat(waiting.remove()).isNotDone();
  }

  @Test
  void interruptBeforeTheRun_meetsTheRun_andNothingAfterIt() {
    InterruptibleRun run = new InterruptibleRun();
    AtomicBoolean seen = new AtomicBoolean();
    run.interrupt();
    run.run(() -> seen.set(Thread.currentThread().isInterrupted()));

    assertThat(seen).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    run.interrupt();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
