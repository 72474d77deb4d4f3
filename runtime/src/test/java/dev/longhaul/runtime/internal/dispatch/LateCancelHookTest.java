package dev.longhaul.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.api.spi.Invocation;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cancel hooks that have to wait for a callback thread. */
class LateCancelHookTest {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final FakeClock clock = new FakeClock();
  private final DispatchFixture fixture = new DispatchFixture(clock, waiting::add, 1);
  private final CompletableFuture<PendingActivity<Object>> started = new CompletableFuture<>();
  private int hooks;

  @BeforeEach
  void startAndRequestCancel() {
    HandlerBinding<Object> binding =
        HandlerBinding.builder(getClass(), Object.class, Object::new)
            .activityType("Work")
            .onCancel((handler, call) -> ++hooks)
            .onStart(CompletionForm.EXTERNAL, (handler, call) -> start(call));
    Dispatcher dispatcher =
        fixture.dispatcher(DispatchFixture.configured(binding, DispatchFixture.Limits.NONE));
    dispatcher.dispatch(
        DispatchFixture.QUEUE,
        fixture.task(TaskToken.of(new byte[] {1}), "Work"),
        DispatchFixture.seat(dispatcher));
    runAll();
    fixture.server.cancelRequested = true;
    clock.advance(Duration.ofSeconds(5));
  }

  private @Nullable Object start(Invocation call) {
    started.complete(call.pending());
    return null;
  }

  // Forbidden: work that has had its result is ended.
  @Test
  void resultBeforeItsTurn_keepsIt_fromBeingCalled() {
    started.join().complete("result");
    runAll();

    assertThat(fixture.server.outcomes)
        .singleElement()
        .isInstanceOf(EncodedOutcome.Completed.class);
    assertThat(hooks).isZero();
  }

  // Forbidden: work that goes on for ever, since its hook had to wait for longer than the grace.
  @Test
  void endOfTheGraceBeforeItsTurn_doesNot() {
    clock.advance(Duration.ofSeconds(10));
    assertThat(fixture.server.outcomes).singleElement().isInstanceOf(EncodedOutcome.Canceled.class);
    runAll();

    assertThat(hooks).isOne();
  }

  private void runAll() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }
}
