package dev.longhaul.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.TaskToken;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import dev.longhaul.testing.FakeClock;
import jakarta.inject.Provider;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Handlers that throw what they should not: each fails its own attempt, once, and holds nothing.
 */
class HandlerErrorsTest {
  private final FakeClock clock = new FakeClock();
  private final DispatchFixture fixture = new DispatchFixture(clock, Runnable::run, 1);
  private final Permits permits = new Permits(1);

  @ParameterizedTest
  @EnumSource
  void start_thatThrowsAnError_failsTheAttempt(CompletionForm form) {
    dispatch(
        binding(Object::new)
            .onStart(
                form,
                (handler, call) -> {
                  throw new StackOverflowError("deep");
                }));

    assertFailedOnce();
  }

  @ParameterizedTest
  @EnumSource
  void instance_thatCannotBeMade_failsTheAttempt(CompletionForm form) {
    dispatch(
        binding(
                () -> {
                  throw new NoClassDefFoundError("missing");
                })
            .onStart(form, (handler, call) -> "not reached"));

    assertFailedOnce();
  }

  @Test
  void stage_thatEndsWithAnError_failsTheAttempt() {
    dispatch(
        binding(Object::new)
            .onStart(
                CompletionForm.STAGE,
                (handler, call) -> CompletableFuture.failedFuture(new AssertionError("broken"))));

    assertFailedOnce();
  }

  // Forbidden: an activity that nobody ends, since its hook broke.
  @Test
  void cancelHook_thatThrowsAnError_countsAsReturned() {
    dispatch(
        binding(Object::new)
            .onCancel(
                (handler, call) -> {
                  throw new StackOverflowError("deep");
                })
            .onStart(CompletionForm.STAGE, (handler, call) -> new CompletableFuture<>()));
    fixture.server.cancelRequested = true;
    clock.advance(Duration.ofSeconds(20));

    assertThat(fixture.server.outcomes).singleElement().isInstanceOf(EncodedOutcome.Canceled.class);
    assertNothingHeld();
  }

  // Forbidden: a heartbeat that says that all is well.
  @Test
  void heartbeatHook_thatThrowsAnError_sendsNothing_andIsAskedAgain() {
    int[] asked = {0};
    dispatch(
        binding(Object::new)
            .onHeartbeat(
                (handler, call) -> {
                  asked[0]++;
                  throw new LinkageError("broken");
                })
            .onStart(CompletionForm.EXTERNAL, (handler, call) -> null));
    clock.advance(Duration.ofSeconds(10));

    assertThat(fixture.server.beaten).isEmpty();
    assertThat(asked[0]).isGreaterThan(1);
  }

  private static HandlerBinding.Builder<Object> binding(Provider<Object> provider) {
    return HandlerBinding.builder(HandlerErrorsTest.class, Object.class, provider)
        .activityType("Work");
  }

  private void dispatch(HandlerBinding<Object> binding) {
    Dispatcher dispatcher =
        fixture.dispatcher(DispatchFixture.configured(binding, DispatchFixture.Limits.NONE));
    dispatcher.dispatch(
        DispatchFixture.QUEUE,
        fixture.task(TaskToken.of(new byte[] {1}), "Work"),
        DispatchFixture.seat(dispatcher, permits));
  }

  private void assertFailedOnce() {
    assertThat(fixture.server.outcomes).singleElement().isInstanceOf(EncodedOutcome.Failed.class);
    assertNothingHeld();
  }

  private void assertNothingHeld() {
    assertThat(fixture.manager.snapshot()).isEmpty();
    assertThat(permits.acquire()).isDone();
    assertThat(clock.pendingTasks()).isZero();
  }
}
