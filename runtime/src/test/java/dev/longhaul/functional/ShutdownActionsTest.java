package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulRuntime;
import io.temporal.client.WorkflowStub;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process ends, and another one takes its activities over. */
class ShutdownActionsTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Seen seen = new Seen();
  private final Module collaborators = binder -> binder.bind(Seen.class).toInstance(seen);

  /** What the handlers of all processes saw. */
  static final class Seen {
    final BlockingQueue<Integer> attempts = new LinkedBlockingQueue<>();
    final BlockingQueue<StopRequest> hooks = new LinkedBlockingQueue<>();
    final BlockingQueue<PendingActivity<String>> pending = new LinkedBlockingQueue<>();
  }

  /** Its first attempt does not end by itself. */
  @AsyncActivityHandler(activityType = "Blocking")
  static final class EndingBlockingHandler {
    private final Seen seen;

    @Inject
    EndingBlockingHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    String start(ActivityContext context) throws InterruptedException {
      seen.attempts.add(context.attempt());
      if (context.attempt() == 1) {
        new CountDownLatch(1).await();
      }
      return "attempt " + context.attempt();
    }

    @OnCancel
    void cancel(StopRequest why) {
      seen.hooks.add(why);
    }
  }

  @AsyncActivityHandler(activityType = "Stage")
  static final class EndingStageHandler {
    private final Seen seen;

    @Inject
    EndingStageHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    CompletionStage<String> start(ActivityContext context) {
      seen.attempts.add(context.attempt());
      return context.attempt() == 1
          ? new CompletableFuture<>()
          : CompletableFuture.completedFuture("attempt " + context.attempt());
    }
  }

  @AsyncActivityHandler(activityType = "External")
  static final class EndingExternalHandler {
    private final Seen seen;

    @Inject
    EndingExternalHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    void start(PendingActivity<String> pending) {
      seen.pending.add(pending);
    }

    @OnCancel
    void cancel(StopRequest why) {
      seen.hooks.add(why);
    }
  }

  @BeforeEach
  void start() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
  }

  // Nothing waits for a timeout: the retry starts as soon as another process is there.
  @ParameterizedTest
  @ValueSource(strings = {"Blocking", "Stage"})
  void workOfThisProcess_isStopped_andTakenOver(String type) throws Exception {
    LonghaulRuntime first = process();
    WorkflowStub workflow = workflow(type);
    assertThat(seen.attempts.poll(20, TimeUnit.SECONDS)).isEqualTo(1);
    first.close();
    process();

    assertThat(workflow.getResult(20, TimeUnit.SECONDS, String.class)).isEqualTo("attempt 2");
    assertThat(seen.hooks)
        .extracting(StopRequest::kind)
        .allMatch(kind -> kind == StopRequest.Kind.SHUTDOWN)
        .hasSize(type.equals("Blocking") ? 1 : 0);
  }

  @Test
  void workOutsideOfThisProcess_isReleased_andStillCompletes() throws Exception {
    LonghaulRuntime first = process();
    WorkflowStub workflow = workflow("External");
    PendingActivity<String> pending = seen.pending.poll(20, TimeUnit.SECONDS);
    first.close();
    assertThat(seen.hooks).isEmpty();

    try (LonghaulClient other = LonghaulClient.connect(longhaul.module())) {
      other.complete(pending.taskToken(), "by another").get(20, TimeUnit.SECONDS);
    }
    assertThat(workflow.getResult(20, TimeUnit.SECONDS, String.class)).isEqualTo("by another");
  }

  private LonghaulRuntime process() {
    return longhaul
        .start(
            longhaul
                .module()
                .defaults(
                    defaults ->
                        defaults
                            .taskQueue(longhaul.activities())
                            .heartbeatInterval(Duration.ofMillis(200))),
            new ShutdownActionsTest_EndingBlockingHandler_AsyncActivityModule(),
            new ShutdownActionsTest_EndingStageHandler_AsyncActivityModule(),
            new ShutdownActionsTest_EndingExternalHandler_AsyncActivityModule(),
            collaborators)
        .getInstance(LonghaulRuntime.class);
  }

  private WorkflowStub workflow(String type) {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(Call.of(type, longhaul.activities()).attempts(3));
    return workflow;
  }
}
