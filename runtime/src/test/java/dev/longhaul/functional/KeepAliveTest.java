package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.inject.Module;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.TimeoutFailure;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Without a heartbeat hook the runtime alone keeps work alive, whatever other work does. */
class KeepAliveTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final long SEVERAL_TIMEOUTS_MILLIS = 3_500;

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Work work = new Work();

  /** Work that says nothing of itself and ends when the test wants it. */
  static final class Work {
    final CompletableFuture<String> done = new CompletableFuture<>();
    final CountDownLatch hangs = new CountDownLatch(1);
  }

  @AsyncActivityHandler(activityType = "Blocking")
  static final class QuietBlockingHandler {
    private final Work work;

    @Inject
    QuietBlockingHandler(Work work) {
      this.work = work;
    }

    @OnStart
    String start() throws Exception {
      return work.done.get();
    }
  }

  @AsyncActivityHandler(activityType = "Stage")
  static final class QuietStageHandler {
    private final Work work;

    @Inject
    QuietStageHandler(Work work) {
      this.work = work;
    }

    @OnStart
    CompletionStage<String> start() {
      return work.done;
    }
  }

  @AsyncActivityHandler(activityType = "External")
  @SuppressWarnings("LH084")
  static final class QuietExternalHandler {
    private final Work work;

    @Inject
    QuietExternalHandler(Work work) {
      this.work = work;
    }

    @OnStart
    void start(PendingActivity<String> pending) {
      work.done.thenAccept(pending::complete);
    }
  }

  @AsyncActivityHandler(activityType = "Failing")
  @SuppressWarnings("LH084")
  static final class FailingHookHandler {
    @OnStart
    void start(PendingActivity<String> pending) {}

    @OnHeartbeat
    CompletionStage<String> progress() {
      return CompletableFuture.failedStage(new IllegalStateException("nobody knows this job"));
    }
  }

  @AsyncActivityHandler(activityType = "Hanging")
  static final class HangingHookHandler {
    private final Work work;

    @Inject
    HangingHookHandler(Work work) {
      this.work = work;
    }

    @OnStart
    CompletionStage<String> start() {
      return new CompletableFuture<>();
    }

    @OnHeartbeat
    void progress() throws InterruptedException {
      work.hangs.await();
    }
  }

  @BeforeEach
  void start() {
    Module collaborators = binder -> binder.bind(Work.class).toInstance(work);
    longhaul.workflows(ActivityWorkflow.Impl.class);
    longhaul.start(
        longhaul
            .module()
            .defaults(
                defaults ->
                    defaults
                        .taskQueue(longhaul.activities())
                        .heartbeatInterval(Duration.ofMillis(300))),
        new KeepAliveTest_QuietBlockingHandler_AsyncActivityModule(),
        new KeepAliveTest_QuietStageHandler_AsyncActivityModule(),
        new KeepAliveTest_QuietExternalHandler_AsyncActivityModule(),
        new KeepAliveTest_FailingHookHandler_AsyncActivityModule(),
        new KeepAliveTest_HangingHookHandler_AsyncActivityModule(),
        collaborators);
  }

  @Test
  void workWithoutAHook_livesForSeveralTimeouts_inEachForm() {
    List<WorkflowStub> workflows =
        Stream.of("Blocking", "Stage", "External").map(this::started).toList();

    work.done.completeOnTimeout("done", SEVERAL_TIMEOUTS_MILLIS, TimeUnit.MILLISECONDS);

    assertThat(workflows)
        .allSatisfy(workflow -> assertThat(workflow.getResult(String.class)).isEqualTo("done"));
  }

  @Test
  void hooksThatFailOrHang_endTheirOwnWork_andNoOther() throws Exception {
    WorkflowStub good = started("Stage");
    WorkflowStub failing = started("Failing");
    WorkflowStub hanging = started("Hanging");

    assertTimesOut(failing);
    assertTimesOut(hanging);
    work.done.complete("done");
    work.hangs.countDown();
    assertThat(good.getResult(String.class)).isEqualTo("done");
  }

  private static void assertTimesOut(WorkflowStub workflow) {
    Throwable failure = catchThrowable(() -> workflow.getResult(String.class));
    assertThat(failure).hasRootCauseInstanceOf(TimeoutFailure.class);
    assertThat(((TimeoutFailure) failure.getCause().getCause()).getTimeoutType())
        .isEqualTo(TimeoutType.TIMEOUT_TYPE_HEARTBEAT);
  }

  private WorkflowStub started(String type) {
    WorkflowStub stub = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    stub.start(Call.of(type, longhaul.activities()).heartbeatTimeout(TIMEOUT));
    return stub;
  }
}
