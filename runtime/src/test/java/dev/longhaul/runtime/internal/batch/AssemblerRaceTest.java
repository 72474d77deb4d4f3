package dev.longhaul.runtime.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longhaul.runtime.internal.dispatch.BatchPlan;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads that join and leave, batches that end, time that passes, and a drain, at once. */
class AssemblerRaceTest {
  private static final int THREADS = 4;
  private static final int ITEMS = 20_000;
  private static final BatchPlan PLAN = new BatchPlan(7, Duration.ofMillis(1), 3);

  private final FakeClock clock = new FakeClock();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 2);
  private final Queue<Integer> inBatches = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> left = new ConcurrentLinkedQueue<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostRunning = new AtomicInteger();
  private final AtomicInteger largest = new AtomicInteger();

  private final Assembler<Integer> assembler =
      new Assembler<>(
          PLAN,
          clock::nanoTime,
          new Alarms(clock::nanoTime, clock::schedule),
          item -> true,
          this::starter);

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  private Runnable starter(List<Integer> items) {
    mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    largest.accumulateAndGet(items.size(), Math::max);
    return () -> threads.execute(() -> work(items));
  }

  private void work(List<Integer> items) {
    inBatches.addAll(items);
    running.decrementAndGet();
    assembler.over();
  }

  // Forbidden: an item that is in two batches, or in one though it left, or in none though it did
  // not; more batches than planned, or larger ones.
  @Test
  void everyItem_isInOneBatch_orLeft() {
    CountDownLatch joined = new CountDownLatch(THREADS);
    for (int thread = 0; thread < THREADS; thread++) {
      int first = thread;
      threads.execute(
          () -> {
            for (int item = first; item < ITEMS; item += THREADS) {
              assembler.join(item);
              if (item % 5 == 0 && assembler.leave(item)) {
                left.add(item);
              }
              if (item % 100 == 0) {
                clock.advance(Duration.ofMillis(1));
              }
            }
            joined.countDown();
          });
    }
    await().until(() -> joined.getCount() == 0);
    assembler.drain();
    await().until(() -> inBatches.size() + left.size() >= ITEMS);

    assertThat(inBatches).doesNotHaveDuplicates().doesNotContainAnyElementsOf(left);
    assertThat(left).doesNotHaveDuplicates();
    assertThat(inBatches.size() + left.size()).isEqualTo(ITEMS);
    assertThat(mostRunning.get()).isLessThanOrEqualTo(PLAN.parallel());
    assertThat(largest.get()).isLessThanOrEqualTo(PLAN.maxSize());
    await().until(() -> running.get() == 0);
    assertThat(assembler.size()).isZero();
  }
}
