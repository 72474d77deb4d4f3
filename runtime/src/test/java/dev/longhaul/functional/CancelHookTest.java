package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.util.Modules;
import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.functional.CancelledWorkflows.Seen;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cancel hooks that take long, fail or hang, and work that does not listen. */
class CancelHookTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private CancelledWorkflows workflows;

  @AsyncActivityHandler(activityType = "BusyHook")
  static final class BusyHookHandler {
    private final Seen seen;

    @Inject
    BusyHookHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    CompletionStage<String> start(ActivityContext context) {
      context.onStop(why -> seen.stops.incrementAndGet());
      seen.started.countDown();
      return seen.stage;
    }

    // Each of these heartbeats is answered with the same request again.
    @OnCancel
    CompletionStage<String> cancel(ActivityContext context) {
      seen.hooks.incrementAndGet();
      return context
          .heartbeatNow()
          .thenCompose(sent -> context.heartbeatNow())
          .thenApply(
              sent -> {
                seen.stage.completeExceptionally(new IllegalStateException("aborted"));
                return "after two heartbeats";
              });
    }
  }

  @AsyncActivityHandler(activityType = "BrokenHook")
  static final class BrokenHookHandler {
    private final Seen seen;

    @Inject
    BrokenHookHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    String start() throws InterruptedException {
      seen.started.countDown();
      seen.released.await();
      return "never";
    }

    @OnCancel
    void cancel() {
      seen.hooks.incrementAndGet();
      throw new IllegalStateException("the farm does not answer");
    }
  }

  @AsyncActivityHandler(activityType = "Uninterruptible", cancellationGrace = "300ms")
  static final class UninterruptibleHandler {
    private final Seen seen;

    @Inject
    UninterruptibleHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    String start() {
      seen.started.countDown();
      boolean released = false;
      while (!released) {
        try {
          seen.released.await();
          released = true;
        } catch (InterruptedException e) {
          seen.stops.incrementAndGet();
        }
      }
      return "too late";
    }
  }

  @AsyncActivityHandler(activityType = "SlowStage", cancellationGrace = "300ms")
  static final class SlowStageHandler {
    private final Seen seen;

    @Inject
    SlowStageHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    CompletionStage<String> start() {
      seen.started.countDown();
      return seen.stage;
    }

    @OnCancel
    CompletionStage<String> cancel() {
      seen.hooks.incrementAndGet();
      return new CompletableFuture<>();
    }
  }

  @BeforeEach
  void start() {
    workflows =
        new CancelledWorkflows(
            longhaul,
            Modules.combine(
                new CancelHookTest_BusyHookHandler_AsyncActivityModule(),
                new CancelHookTest_BrokenHookHandler_AsyncActivityModule(),
                new CancelHookTest_UninterruptibleHandler_AsyncActivityModule(),
                new CancelHookTest_SlowStageHandler_AsyncActivityModule()));
  }

  @AfterEach
  void release() {
    workflows.seen().released.countDown();
  }

  @Test
  void requestThatIsAnsweredAgainAndAgain_isDeliveredOnce() throws Exception {
    assertThat(workflows.run("BusyHook").canceledDetails())
        .containsExactly("\"after two heartbeats\"");
    assertThat(workflows.seen().hooks).hasValue(1);
    assertThat(workflows.seen().stops).hasValue(1);
  }

  @Test
  void hookThatThrows_countsAsReturnedWithoutDetails() throws Exception {
    assertThat(workflows.run("BrokenHook").canceledDetails()).isEmpty();
    assertThat(workflows.seen().hooks).hasValue(1);
  }

  // What it returns after its grace period counts for nothing, and does no harm.
  @Test
  void threadThatIgnoresInterrupts_isCanceledWhenItsGraceIsOver() throws Exception {
    assertThat(workflows.run("Uninterruptible").canceledDetails()).isEmpty();
    assertThat(workflows.seen().stops).hasPositiveValue();
  }

  @Test
  void hookThatNeverReturns_isCanceledWhenItsGraceIsOver_andTheStageToo() throws Exception {
    assertThat(workflows.run("SlowStage").canceledDetails()).isEmpty();
    assertThat(workflows.seen().hooks).hasValue(1);
    await().until(workflows.seen().stage::isCancelled);
  }
}
