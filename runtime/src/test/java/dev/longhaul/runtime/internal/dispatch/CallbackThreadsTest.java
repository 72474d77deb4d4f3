package dev.longhaul.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longhaul.functional.CapturedLog;
import dev.longhaul.runtime.internal.manage.SerialExecutor;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callbacks that hang, as they must not. */
class CallbackThreadsTest {
  private static final int THREADS = 2;

  /** More than a stack bears if each one called the next. */
  private static final int MANY = 100_000;

  private final FakeClock clock = new FakeClock();
  private final CallbackThreads threads =
      new CallbackThreads(THREADS, clock::nanoTime, clock::schedule);
  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger hanging = new AtomicInteger();

  @AfterEach
  void stop() {
    release.countDown();
    threads.shutdownNow();
  }

  @Test
  void hangingCallbacks_haveTheirThreadsReplaced_andGiveThemBack() throws Exception {
    hang(THREADS);
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {}, threads);
    clock.advance(CallbackThreads.PATIENCE.minusMillis(1));
    assertThat(waiting).isNotDone();

    clock.advance(Duration.ofMillis(1));
    waiting.get(20, TimeUnit.SECONDS);
    assertThat(threads.getCorePoolSize()).isEqualTo(2 * THREADS);

    release.countDown();
    await().until(() -> threads.getCompletedTaskCount() == THREADS + 1);
    assertThat(threads.getCorePoolSize()).isEqualTo(THREADS);
    assertThatNobodyWatches();
  }

  @Test
  void replacements_areBounded() {
    int most = THREADS + CallbackThreads.MOST_REPLACED;
    for (int round = 0; round < most; round++) {
      hang(1);
      clock.advance(CallbackThreads.PATIENCE);
    }

    assertThat(threads.getCorePoolSize()).isEqualTo(most);
    assertThat(threads.getPoolSize()).isEqualTo(most);
  }

  // Forbidden: whoever waits for what it does waits for ever.
  @Test
  void callback_thatComesAfterTheTimerHasStopped_runsAllTheSame() throws Exception {
    CallbackThreads closing =
        new CallbackThreads(
            1,
            clock::nanoTime,
            (task, delay, unit) -> {
              throw new RejectedExecutionException("stopped");
            });

    CompletableFuture.runAsync(() -> {}, closing).get(20, TimeUnit.SECONDS);

    closing.shutdown();
    assertThat(closing.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
  }

  // Forbidden: what is left of a row of tasks, or whoever waits for it, waits for ever.
  @Test
  void callbacksThatComeAfterTheEnd_runAllTheSame_oneAfterTheOther() throws Exception {
    SerialExecutor serial = new SerialExecutor(threads);
    CompletableFuture<Void> last = CompletableFuture.runAsync(this::waitForRelease, serial);
    for (int i = 0; i < MANY; i++) {
      last = CompletableFuture.runAsync(() -> {}, serial);
    }
    threads.shutdown();
    release.countDown();

    last.get(20, TimeUnit.SECONDS);
    CompletableFuture.runAsync(() -> {}, threads).get(20, TimeUnit.SECONDS);
  }

  // Forbidden: an exception in the thread that brings the callback, which is not its own.
  @Test
  void callbackThatComesAfterTheEnd_andThrows_isLogged() {
    threads.shutdown();
    try (CapturedLog log = CapturedLog.open()) {
      threads.execute(
          () -> {
            throw new IllegalStateException("broken");
          });

      assertThat(log.entries()).singleElement().asString().contains("broken");
    }
  }

  @Test
  void callbackThatIsQuick_leavesNoWatch() throws Exception {
    CompletableFuture.runAsync(() -> {}, threads).get(20, TimeUnit.SECONDS);

    await().until(() -> threads.getCompletedTaskCount() == 1);
    assertThatNobodyWatches();
  }

  private void assertThatNobodyWatches() {
    clock.advance(CallbackThreads.PATIENCE);
    assertThat(threads.getCorePoolSize()).isEqualTo(THREADS);
    assertThat(clock.pendingTasks()).isZero();
  }

  private void waitForRelease() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hang(int callbacks) {
    int before = hanging.get();
    for (int i = 0; i < callbacks; i++) {
      threads.execute(
          () -> {
            hanging.incrementAndGet();
            waitForRelease();
          });
    }
    await().until(() -> hanging.get() == before + callbacks);
  }
}
