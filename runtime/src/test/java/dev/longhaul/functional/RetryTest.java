package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.Module;
import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.api.failure.v1.Failure;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What decides whether there is another attempt, and what that attempt finds. */
class RetryTest {
  private static final Duration DELAY = Duration.ofMillis(1_500);

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Attempts attempts = new Attempts();

  /** What the attempts of one activity left behind. */
  static final class Attempts {
    final AtomicInteger started = new AtomicInteger();
    volatile long firstStartNanos;

    int start() {
      int number = started.incrementAndGet();
      if (number == 1) {
        firstStartNanos = System.nanoTime();
      }
      return number;
    }
  }

  @AsyncActivityHandler(activityType = "HookDetails")
  static final class HookDetailsHandler {
    private final CompletableFuture<String> lost = new CompletableFuture<>();

    @OnStart
    CompletionStage<String> start(ActivityContext context) {
      return context.attempt() == 1
          ? lost
          : CompletableFuture.completedFuture(
              "resumed after " + context.lastHeartbeatDetails(Progress.class).orElseThrow());
    }

    // The second heartbeat is asked for when the server has acknowledged the first one.
    @OnHeartbeat
    Progress progress(ActivityContext context) {
      if (context.lastHeartbeatDetails(Progress.class).isPresent()) {
        lost.completeExceptionally(new IllegalStateException("job lost"));
      }
      return new Progress("frames", 120);
    }

    record Progress(String unit, int done) {}
  }

  @AsyncActivityHandler(activityType = "SentDetails")
  @SuppressWarnings("LH084")
  static final class SentDetailsHandler {
    @OnStart
    void start(PendingActivity<String> pending) {
      if (pending.attempt() == 1) {
        pending
            .heartbeatNow("sent", 1)
            .thenRun(() -> pending.fail(new IllegalStateException("after a heartbeat")));
      } else {
        pending.complete(pending.lastHeartbeatDetails(String.class).orElse("nothing"));
      }
    }
  }

  @AsyncActivityHandler(activityType = "Delayed")
  static final class DelayedHandler {
    private final Attempts attempts;

    @Inject
    DelayedHandler(Attempts attempts) {
      this.attempts = attempts;
    }

    @OnStart
    String start() {
      if (attempts.start() == 1) {
        throw ActivityFailure.ofType("Busy").nextRetryDelay(DELAY).toException();
      }
      return Long.toString((System.nanoTime() - attempts.firstStartNanos) / 1_000_000);
    }
  }

  @AsyncActivityHandler(activityType = "ForGood")
  static final class ForGoodHandler {
    private final Attempts attempts;

    @Inject
    ForGoodHandler(Attempts attempts) {
      this.attempts = attempts;
    }

    @OnStart
    CompletionStage<String> start() {
      attempts.start();
      return CompletableFuture.failedFuture(
          ActivityFailure.ofType("NoSuchCustomer").nonRetryable().toException());
    }
  }

  @AsyncActivityHandler(activityType = "Ordinary")
  @SuppressWarnings("LH084")
  static final class OrdinaryHandler {
    private final Attempts attempts;

    @Inject
    OrdinaryHandler(Attempts attempts) {
      this.attempts = attempts;
    }

    @OnStart
    void start(PendingActivity<String> pending) throws Exception {
      attempts.start();
      throw new CheckedException(
          "attempt " + pending.attempt(), new IllegalStateException("below", new Error("deepest")));
    }

    static final class CheckedException extends Exception {
      private static final long serialVersionUID = 1;

      CheckedException(String message, Throwable cause) {
        super(message, cause);
      }
    }
  }

  @BeforeEach
  void startWorkflows() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
  }

  @Test
  void secondAttempt_hasTheDetailsOfTheHeartbeatHook() {
    start(new RetryTest_HookDetailsHandler_AsyncActivityModule());

    assertThat(run(call("HookDetails").attempts(2)))
        .isEqualTo("resumed after Progress[unit=frames, done=120]");
  }

  @Test
  void secondAttempt_hasTheDetailsThatTheServerAcknowledged() {
    start(new RetryTest_SentDetailsHandler_AsyncActivityModule());

    assertThat(run(call("SentDetails").attempts(2))).isEqualTo("sent");
  }

  // The workflow's own policy would have tried again after 100 ms.
  @Test
  void nextRetryDelay_isObeyed() {
    start(new RetryTest_DelayedHandler_AsyncActivityModule());

    assertThat(Long.parseLong(run(call("Delayed").attempts(2))))
        .isGreaterThanOrEqualTo(DELAY.toMillis() - 50);
  }

  @Test
  void nextRetryDelay_arrivesInTheWorkflow() {
    start(new RetryTest_DelayedHandler_AsyncActivityModule());

    assertThat(failureOf(call("Delayed")).getNextRetryDelay()).isEqualTo(DELAY);
  }

  @Test
  void failureForGood_hasNoSecondAttempt() {
    start(new RetryTest_ForGoodHandler_AsyncActivityModule());

    assertThat(failureOf(call("ForGood").attempts(3)).getType()).isEqualTo("NoSuchCustomer");
    assertThat(attempts.started).hasValue(1);
  }

  @Test
  void anyOtherException_isRetried_andTheLastOneArrivesWithItsCauses() {
    start(new RetryTest_OrdinaryHandler_AsyncActivityModule());

    ApplicationFailure failure = failureOf(call("Ordinary").attempts(3));

    assertThat(attempts.started).hasValue(3);
    assertThat(failure.getType()).isEqualTo(OrdinaryHandler.CheckedException.class.getName());
    assertThat(failure.getOriginalMessage()).isEqualTo("attempt 3");
    assertThat(failure.isNonRetryable()).isFalse();
    ApplicationFailure below = (ApplicationFailure) failure.getCause();
    assertThat(below.getType()).isEqualTo(IllegalStateException.class.getName());
    ApplicationFailure deepest = (ApplicationFailure) below.getCause();
    assertThat(deepest.getType()).isEqualTo(Error.class.getName());
    assertThat(deepest.getOriginalMessage()).isEqualTo("deepest");
  }

  // The Java SDK rebuilds the stack traces of its own failures alone, so the history is asked.
  @Test
  void stackTrace_isInTheHistory() {
    start(new RetryTest_OrdinaryHandler_AsyncActivityModule());
    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(call("Ordinary"));
    assertThat(catchThrowable(() -> workflow.getResult(String.class))).isNotNull();

    Failure failure = History.of(workflow).failure();
    assertThat(failure.getStackTrace()).contains(OrdinaryHandler.class.getName() + ".start(");
    assertThat(failure.getCause().getStackTrace()).isNotEmpty();
  }

  private void start(Module handler) {
    longhaul.start(
        longhaul
            .module()
            .defaults(
                defaults ->
                    defaults
                        .taskQueue(longhaul.activities())
                        .heartbeatInterval(Duration.ofMillis(100))),
        handler,
        binder -> binder.bind(Attempts.class).toInstance(attempts));
  }

  private Call call(String type) {
    return Call.of(type, longhaul.activities());
  }

  private String run(Call call) {
    return longhaul.workflow(ActivityWorkflow.class).run(call);
  }

  private ApplicationFailure failureOf(Call call) {
    WorkflowFailedException failure =
        catchThrowableOfType(WorkflowFailedException.class, () -> run(call));
    return (ApplicationFailure) failure.getCause().getCause();
  }
}
