package dev.longhaul.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longhaul.api.TaskToken;
import dev.longhaul.api.spi.HandlerMethod;
import dev.longhaul.functional.CapturedLog;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Heartbeat hooks that never return cost their own activities their life, and no others. */
class HangingHooksTest {
  private static final int THREADS = 4;
  private static final int EACH = 6;

  private final FakeClock clock = new FakeClock();
  private final CallbackThreads callbacks =
      new CallbackThreads(THREADS, clock::nanoTime, clock::schedule);
  private final DispatchFixture fixture = new DispatchFixture(clock, callbacks, THREADS / 2);
  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger hanging = new AtomicInteger();
  private final AtomicInteger started = new AtomicInteger();
  private final HandlerMethod<Object> start =
      (handler, call) -> {
        started.incrementAndGet();
        return null;
      };
  private final Dispatcher dispatcher =
      fixture.dispatcher(
          DispatchFixture.handler("Hangs", start, (handler, call) -> hang()),
          DispatchFixture.handler("Fine", start, (handler, call) -> "fine"));
  private int tokens;

  @AfterEach
  void stop() {
    release.countDown();
    callbacks.shutdownNow();
  }

  @Test
  void otherActivities_areHeartbeated_andEachHangingHookIsReportedOnce() {
    try (CapturedLog log = CapturedLog.open()) {
      List<ActivityTask> bad = dispatch("Hangs");
      List<ActivityTask> good = dispatch("Fine");
      await().until(() -> started.get() == 2 * EACH);
      clock.advance(Duration.ofSeconds(5));
      await().until(() -> fixture.server.beaten.size() == EACH);
      await().until(() -> hanging.get() == THREADS / 2);

      // Their threads are replaced, and the next ones hang; that goes on until all do.
      for (int round = 0; round < EACH; round++) {
        fixture.server.beaten.clear();
        clock.advance(Duration.ofSeconds(10));
        await().until(() -> fixture.server.beaten.size() == EACH);
      }
      await().until(() -> hanging.get() == EACH);

      assertThat(fixture.server.beaten)
          .containsExactlyInAnyOrderElementsOf(good.stream().map(ActivityTask::reference).toList());
      assertThat(bad)
          .allSatisfy(
              task ->
                  assertThat(log.entries())
                      .filteredOn(entry -> entry.contains(task.digest()))
                      .filteredOn(entry -> entry.contains("hook has not answered"))
                      .hasSize(1));
    }
  }

  private Object hang() throws InterruptedException {
    hanging.incrementAndGet();
    release.await();
    return "late";
  }

  private List<ActivityTask> dispatch(String type) {
    List<ActivityTask> tasks = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      ActivityTask task = fixture.task(TaskToken.of(new byte[] {(byte) tokens++}), type);
      dispatcher.dispatch(DispatchFixture.QUEUE, task, DispatchFixture.seat(dispatcher));
      tasks.add(task);
    }
    return tasks;
  }
}
