package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FakeClockTest {
  private final FakeClock clock = new FakeClock();
  private final List<String> ran = new ArrayList<>();

  @Test
  void time_standsStillUntilAdvanced() {
    long start = clock.nanoTime();
    Instant now = clock.now();

    assertThat(clock.nanoTime()).isEqualTo(start);
    clock.advance(Duration.ofSeconds(90));

    assertThat(clock.nanoTime() - start).isEqualTo(TimeUnit.SECONDS.toNanos(90));
    assertThat(clock.now()).isEqualTo(now.plusSeconds(90));
  }

  @Test
  void advance_runsWhatBecomesDueInOrder() {
    run("second", 2);
    run("first", 1);
    run("also second", 2);
    run("third", 3);

    clock.advance(Duration.ofSeconds(2));

    assertThat(ran).containsExactly("first", "second", "also second");
    assertThat(clock.pendingTasks()).isEqualTo(1);
  }

  @Test
  void task_seesTheTimeAtWhichItWasDue() {
    Instant start = clock.now();
    clock.schedule(() -> ran.add(clock.now().toString()), 3, TimeUnit.SECONDS);

    clock.advance(Duration.ofSeconds(10));

    assertThat(ran).containsExactly(start.plusSeconds(3).toString());
    assertThat(clock.now()).isEqualTo(start.plusSeconds(10));
  }

  @Test
  void tasksScheduledByTasks_runOnTheWay() {
    clock.schedule(this::everySecond, 1, TimeUnit.SECONDS);

    clock.advance(Duration.ofSeconds(4));

    assertThat(ran).containsExactly("tick", "tick", "tick", "tick");
    assertThat(clock.pendingTasks()).isEqualTo(1);
  }

  @Test
  void dueTask_waitsForRunDue() {
    run("now", 0);
    run("before", -1);
    assertThat(ran).isEmpty();

    clock.runDue();

    assertThat(ran).containsExactly("now", "before");
  }

  @Test
  void untilNextTask_isTheTimeToTheFirstOne() {
    assertThat(clock.untilNextTask()).isEmpty();
    run("later", 5);
    run("soon", 3);
    assertThat(clock.untilNextTask()).contains(Duration.ofSeconds(3));

    clock.advance(Duration.ofSeconds(4));
    assertThat(clock.untilNextTask()).contains(Duration.ofSeconds(1));
    run("now", 0);
    assertThat(clock.untilNextTask()).contains(Duration.ZERO);
  }

  @Test
  void cancelledTask_doesNotRunAndIsNotPending() {
    Future<?> task = clock.schedule(() -> ran.add("never"), 1, TimeUnit.SECONDS);

    assertThat(task.cancel(false)).isTrue();

    assertThat(clock.pendingTasks()).isZero();
    clock.advance(Duration.ofSeconds(1));
    assertThat(ran).isEmpty();
    assertThat(task.isCancelled()).isTrue();
  }

  @Test
  void throwingTask_propagatesAfterTheOthersRan() {
    Instant start = clock.now();
    fail("one", 1);
    run("between", 2);
    fail("two", 3);
    run("after", 4);

    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(5)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("one")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(ran).containsExactly("between", "after");
    assertThat(clock.now()).isEqualTo(start.plusSeconds(5));
  }

  @Test
  void taskThatAdvances_doesNotMoveTimeBack() {
    Instant start = clock.now();
    clock.schedule(() -> clock.advance(Duration.ofSeconds(10)), 1, TimeUnit.SECONDS);

    clock.advance(Duration.ofSeconds(2));

    assertThat(clock.now()).isEqualTo(start.plusSeconds(11));
  }

  @Test
  void negativeDuration_isRefused() {
    assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void concurrentSchedulesAndAdvances_loseNoTask() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(4);
    for (int thread = 0; thread < 4; thread++) {
      new Thread(
              () -> {
                for (int i = 0; i < 500; i++) {
                  clock.schedule(runs::incrementAndGet, i, TimeUnit.MILLISECONDS);
                  clock.advance(Duration.ofMillis(1));
                }
                done.countDown();
              })
          .start();
    }
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();

    clock.advance(Duration.ofSeconds(1));

    assertThat(runs).hasValue(2000);
    assertThat(clock.pendingTasks()).isZero();
  }

  private void run(String name, long seconds) {
    clock.schedule(() -> ran.add(name), seconds, TimeUnit.SECONDS);
  }

  private void fail(String name, long seconds) {
    Runnable failing =
        () -> {
          throw new IllegalStateException(name);
        };
    clock.schedule(failing, seconds, TimeUnit.SECONDS);
  }

  private void everySecond() {
    ran.add("tick");
    clock.schedule(this::everySecond, 1, TimeUnit.SECONDS);
  }
}
