package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.util.Modules;
import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.functional.CancelledWorkflows.Seen;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Work that confirms a cancellation at once, while its cancel hook is still to come. The hook is
 * what tells the outside; forbidden: that it is left out because the work was faster.
 */
class ConfirmationBesideHookTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private CancelledWorkflows workflows;

  @AsyncActivityHandler(activityType = "HookedLoop")
  static final class HookedLoopHandler {
    private final Seen seen;

    @Inject
    HookedLoopHandler(Seen seen) {
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

    @OnCancel
    String cancel() {
      seen.hooks.incrementAndGet();
      return "job deleted";
    }
  }

  @AsyncActivityHandler(activityType = "HookedStage")
  static final class HookedStageHandler {
    private final Seen seen;

    @Inject
    HookedStageHandler(Seen seen) {
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

    @OnCancel
    void cancel() {
      seen.hooks.incrementAndGet();
    }
  }

  @BeforeEach
  void start() {
    workflows =
        new CancelledWorkflows(
            longhaul,
            Modules.combine(
                new ConfirmationBesideHookTest_HookedLoopHandler_AsyncActivityModule(),
                new ConfirmationBesideHookTest_HookedStageHandler_AsyncActivityModule()));
  }

  @Test
  void loopThatLooksForStops_hasItsHookCalled_andTheHooksDetails() throws Exception {
    assertThat(workflows.run("HookedLoop").canceledDetails()).containsExactly("\"job deleted\"");
    assertThat(workflows.seen().hooks).hasValue(1);
  }

  @Test
  void stageThatConfirms_hasItsHookCalled_andItsOwnDetails() throws Exception {
    assertThat(workflows.run("HookedStage").canceledDetails()).containsExactly("\"rows\"", "4");
    assertThat(workflows.seen().hooks).hasValue(1);
  }
}
