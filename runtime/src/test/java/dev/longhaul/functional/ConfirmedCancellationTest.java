package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.util.Modules;
import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import dev.longhaul.functional.CancelledWorkflows.Seen;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ways in which work without a cancel hook says that it was cancelled. */
class ConfirmedCancellationTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private CancelledWorkflows workflows;

  @AsyncActivityHandler(activityType = "Loop")
  static final class LoopHandler {
    private final Seen seen;

    @Inject
    LoopHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    String start(ActivityContext context) {
      seen.started.countDown();
      while (true) {
        context.throwIfStopped();
        Thread.onSpinWait();
      }
    }
  }

  @AsyncActivityHandler(activityType = "Thrower")
  static final class ThrowerHandler {
    private final Seen seen;

    @Inject
    ThrowerHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    String start(ActivityContext context) {
      seen.started.countDown();
      StopRequest why = context.stopRequest().toCompletableFuture().join();
      throw why.cancelled("rows", 3);
    }
  }

  @AsyncActivityHandler(activityType = "StageThrower")
  static final class StageThrowerHandler {
    private final Seen seen;

    @Inject
    StageThrowerHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    CompletionStage<String> start(ActivityContext context) {
      seen.started.countDown();
      return context
          .stopRequest()
          .thenApply(
              why -> {
                throw why.cancelled("rows", 4);
              });
    }
  }

  @AsyncActivityHandler(activityType = "NoHook")
  @SuppressWarnings("LH084")
  static final class NoHookHandler {
    private final Seen seen;

    @Inject
    NoHookHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    void start(PendingActivity<String> pending) {
      pending.stopRequest().thenAccept(why -> pending.reportCancellation("by listener"));
      seen.started.countDown();
    }
  }

  @BeforeEach
  void start() {
    workflows =
        new CancelledWorkflows(
            longhaul,
            Modules.combine(
                new ConfirmedCancellationTest_LoopHandler_AsyncActivityModule(),
                new ConfirmedCancellationTest_ThrowerHandler_AsyncActivityModule(),
                new ConfirmedCancellationTest_StageThrowerHandler_AsyncActivityModule(),
                new ConfirmedCancellationTest_NoHookHandler_AsyncActivityModule()));
  }

  @Test
  void loopThatLooksForStops_isCanceled() throws Exception {
    assertThat(workflows.run("Loop").canceledDetails()).isEmpty();
  }

  @Test
  void blocking_confirmsWithDetails() throws Exception {
    assertThat(workflows.run("Thrower").canceledDetails()).containsExactly("\"rows\"", "3");
  }

  @Test
  void stage_confirmsWithDetails() throws Exception {
    assertThat(workflows.run("StageThrower").canceledDetails()).containsExactly("\"rows\"", "4");
  }

  @Test
  void external_withoutAHook_reportsFromItsListener() throws Exception {
    assertThat(workflows.run("NoHook").canceledDetails()).containsExactly("\"by listener\"");
  }
}
