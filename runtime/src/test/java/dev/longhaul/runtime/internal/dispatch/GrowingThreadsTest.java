package dev.longhaul.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import dev.longhaul.functional.CapturedLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks that block, and threads that come, rest and go meanwhile. */
class GrowingThreadsTest {
  private static final int MANY = 40;
  private static final int ROUNDS = 500;

  private final Queue<Thread> started = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean none = new AtomicBoolean();
  private final GrowingThreads threads = threads(Duration.ofHours(1));

  @AfterEach
  void stop() {
    threads.close();
  }

  // Forbidden: a task waits for the end of another one, since its thread was not woken.
  @Test
  void tasksThatWaitForEachOther_allRun_whoeverElseHasJustEnded() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int parties = 1 + round % MANY;
      CyclicBarrier barrier = new CyclicBarrier(parties);
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int i = 0; i < parties; i++) {
        all.add(CompletableFuture.runAsync(() -> meet(barrier), threads));
      }
      for (CompletableFuture<Void> one : all) {
        one.get(20, TimeUnit.SECONDS);
      }
    }
  }

  // Forbidden: the first task blocks for ever, and keeps those behind it.
  @Test
  void taskThatBlocks_keepsNoOneBehindIt() throws Exception {
    CountDownLatch last = new CountDownLatch(1);
    CompletableFuture<Void> blocked = CompletableFuture.runAsync(() -> waitFor(last), threads);
    for (int i = 0; i < ROUNDS; i++) {
      CompletableFuture.runAsync(() -> {}, threads).get(20, TimeUnit.SECONDS);
    }
    threads.execute(last::countDown);

    blocked.get(20, TimeUnit.SECONDS);
  }

  @Test
  void threadThatRests_takesTheNextTask() throws Exception {
    for (int i = 0; i < 3; i++) {
      CompletableFuture.runAsync(() -> {}, threads).get(20, TimeUnit.SECONDS);
      awaitRest();
    }

    assertThat(started).hasSize(1);
  }

  // Forbidden: a task that comes when a thread is about to end is given to that one, and lost.
  @Test
  void tasksThatComeWhenThreadsEnd_allRun() throws Exception {
    try (GrowingThreads ending = threads(Duration.ofNanos(1))) {
      for (int i = 0; i < 20 * ROUNDS; i++) {
        CompletableFuture.runAsync(() -> {}, ending).get(20, TimeUnit.SECONDS);
      }
    }

    await().until(() -> started.stream().noneMatch(Thread::isAlive));
  }

  @Test
  void close_endsThreads_andTasksThatStillComeRun() throws Exception {
    CompletableFuture.runAsync(() -> {}, threads).get(20, TimeUnit.SECONDS);
    awaitRest();

    threads.close();
    CompletableFuture.runAsync(() -> {}, threads).get(20, TimeUnit.SECONDS);

    await().until(() -> started.stream().noneMatch(Thread::isAlive));
  }

  // Forbidden: nobody is called any more, since one that could not start is waited for.
  @Test
  void taskForWhichNoThreadCanBeHad_runsWhenOneCan() throws Exception {
    try (CapturedLog log = CapturedLog.open()) {
      none.set(true);
      CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {}, threads);
      none.set(false);
      CompletableFuture.runAsync(() -> {}, threads).get(20, TimeUnit.SECONDS);

      waiting.get(20, TimeUnit.SECONDS);
      assertThat(log.entries())
          .singleElement(STRING)
          .startsWith("ERROR no thread can be started for a blocking handler")
          .contains("unable to create native thread");
    }
  }

  // Forbidden: a task that cannot have a thread of its own is forgotten by those that there are.
  @Test
  void taskForWhichNoThreadCanBeHad_isTakenByOneThatHasDoneItsOwn() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> waitFor(release), threads);
    await().until(() -> !started.isEmpty() && isWaiting(started.element()));
    none.set(true);
    CompletableFuture<Void> second = CompletableFuture.runAsync(() -> {}, threads);

    release.countDown();

    first.get(20, TimeUnit.SECONDS);
    second.get(20, TimeUnit.SECONDS);
  }

  // Forbidden: the next task is interrupted for what somebody wanted of the one before.
  @Test
  void interruptOfAThreadThatRests_doesNotReachTheNextTask() throws Exception {
    CompletableFuture.runAsync(() -> {}, threads).get(20, TimeUnit.SECONDS);
    awaitRest();
    started.element().interrupt();
    await().until(() -> !started.element().isInterrupted());

    boolean interrupted =
        CompletableFuture.supplyAsync(() -> Thread.currentThread().isInterrupted(), threads)
            .get(20, TimeUnit.SECONDS);

    assertThat(interrupted).isFalse();
  }

  @Test
  void taskThatThrows_leavesItsThreadToTheNext() throws Exception {
    threads.execute(
        () -> {
          throw new IllegalStateException("a bug");
        });
    awaitRest();

    CompletableFuture.runAsync(() -> {}, threads).get(20, TimeUnit.SECONDS);

    assertThat(started).hasSize(1);
  }

  private GrowingThreads threads(Duration idleTime) {
    return new GrowingThreads(
        task -> {
          if (none.get()) {
            throw new OutOfMemoryError("unable to create native thread");
          }
          Thread thread = new Thread(task);
          thread.setDaemon(true);
          started.add(thread);
          return thread;
        },
        idleTime);
  }

  private void awaitRest() {
    await().until(() -> !started.isEmpty() && started.stream().allMatch(this::isWaiting));
  }

  private boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING
        || thread.getState() == Thread.State.WAITING;
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
