package dev.longhaul.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.PendingActivity;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Work that waits for a time, on the executor of its attempt. */
class DelaysTest {
  private final FakeClock clock = new FakeClock();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final DispatchFixture fixture = new DispatchFixture(clock, waiting::add, 1);
  private final List<String> ran = new ArrayList<>();
  private final PendingActivity<Object> activity = start();

  private PendingActivity<Object> start() {
    CompletableFuture<PendingActivity<Object>> started = fixture.started();
    runAll();
    return started.join();
  }

  private void runAll() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private void after(Duration time, String what) {
    activity.after(time).thenRun(() -> ran.add(what));
  }

  // Forbidden: work of a handler on the thread of the timer.
  @Test
  void time_isToldOnTheAttemptsExecutor_whenItIsOver() {
    after(Duration.ofSeconds(3), "third");
    after(Duration.ofSeconds(1), "first");
    after(Duration.ofSeconds(2), "second");
    clock.advance(Duration.ofMillis(1999));
    assertThat(ran).isEmpty();
    runAll();
    assertThat(ran).containsExactly("first");

    clock.advance(Duration.ofSeconds(2));
    runAll();
    assertThat(ran).containsExactly("first", "second", "third");
  }

  @Test
  void timeThatIsNotPositive_isOverAtOnce_andOneBeyondAllTimesNever() {
    after(Duration.ofSeconds(-1), "at once");
    after(Duration.ofSeconds(Long.MAX_VALUE), "never");
    clock.advance(Duration.ofDays(3));
    runAll();

    assertThat(ran).containsExactly("at once");
  }

  @Test
  void tasks_runOneAfterTheOther() {
    activity.executor().execute(() -> activity.executor().execute(() -> ran.add("second")));
    activity.executor().execute(() -> ran.add("first"));
    assertThat(waiting).hasSize(1);
    runAll();

    assertThat(ran).containsExactly("first", "second");
  }

  // Forbidden: work that goes on after its attempt, whether it waited before or does so only then.
  @Test
  void endOfTheAttempt_isTheEndOfAllWaiting() {
    after(Duration.ofSeconds(1), "too late");
    activity.complete("done");
    runAll();
    assertThat(fixture.server.outcomes).hasSize(1);
    assertThat(clock.pendingTasks()).isZero();

    after(Duration.ofSeconds(1), "too late as well");
    clock.advance(Duration.ofSeconds(2));
    runAll();
    assertThat(ran).isEmpty();
  }

  // Its turn comes only after the end of the attempt, although its time came before.
  @Test
  void timeThatIsOver_butNotTold_isNotToldAfterTheEnd() {
    after(Duration.ofSeconds(1), "too late");
    clock.advance(Duration.ofSeconds(1));
    activity.complete("done");
    runAll();

    assertThat(ran).isEmpty();
  }
}
