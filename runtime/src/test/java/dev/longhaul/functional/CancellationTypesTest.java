package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Module;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowStub;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What work sees of a workflow that cancels it and stays open, by the type that it chose. */
class CancellationTypesTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Seen seen = new Seen();
  private LongRunningActivityManager manager;

  /** What the handler saw. */
  static final class Seen {
    final CompletableFuture<PendingActivity<String>> pending = new CompletableFuture<>();
    final BlockingQueue<StopRequest.Kind> hooks = new LinkedBlockingQueue<>();
  }

  @AsyncActivityHandler(activityType = "Open", cancellationGrace = "200ms")
  static final class TypedCancellationHandler {
    private final Seen seen;

    @Inject
    TypedCancellationHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    void start(PendingActivity<String> pending) {
      seen.pending.complete(pending);
    }

    @OnCancel
    String cancel(StopRequest why) {
      seen.hooks.add(why.kind());
      return "confirmed";
    }
  }

  @BeforeEach
  void start() {
    Module collaborators = binder -> binder.bind(Seen.class).toInstance(seen);
    longhaul.workflows(OpenWorkflow.Impl.class);
    manager =
        longhaul
            .start(
                longhaul
                    .module()
                    .defaults(
                        defaults ->
                            defaults
                                .taskQueue(longhaul.activities())
                                .heartbeatInterval(Duration.ofMillis(100))),
                new CancellationTypesTest_TypedCancellationHandler_AsyncActivityModule(),
                collaborators)
            .getInstance(LongRunningActivityManager.class);
  }

  // The workflow went on without waiting, but its history has what the work said.
  @Test
  void tryCancel_inAnOpenWorkflow_isACancellation() throws Exception {
    WorkflowStub workflow = started(ActivityCancellationType.TRY_CANCEL);
    workflow.signal("cancelActivity");

    assertThat(seen.hooks.poll(20, TimeUnit.SECONDS)).isEqualTo(StopRequest.Kind.CANCELLED);
    await().until(() -> manager.snapshot().isEmpty());
    assertThat(History.of(workflow).canceledDetails()).containsExactly("\"confirmed\"");
    workflow.signal("finish");
    assertThat(workflow.getResult(String.class)).isEqualTo("ActivityFailure");
    assertThat(seen.hooks).isEmpty();
  }

  @Test
  void waitCancellationCompleted_inAnOpenWorkflow_isACancellation() throws Exception {
    WorkflowStub workflow = started(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED);
    workflow.signal("cancelActivity");

    assertThat(seen.hooks.poll(20, TimeUnit.SECONDS)).isEqualTo(StopRequest.Kind.CANCELLED);
    await().until(() -> manager.snapshot().isEmpty());
    assertThat(History.of(workflow).canceledDetails()).containsExactly("\"confirmed\"");
    workflow.signal("finish");
    assertThat(workflow.getResult(String.class)).isEqualTo("ActivityFailure");
  }

  // The work may even go on and complete: nobody ever told it that it is not wanted.
  @Test
  void abandon_inAnOpenWorkflow_isNotSeen() throws Exception {
    PendingActivity<String> pending = abandoned();

    pending.complete("finished all the same").get(20, TimeUnit.SECONDS);
    assertThat(seen.hooks).isEmpty();
    assertThat(manager.snapshot()).isEmpty();
  }

  @Test
  void abandon_whenTheWorkflowCloses_isGone() throws Exception {
    PendingActivity<String> pending = abandoned();
    WorkflowStub workflow = longhaul.client().newUntypedWorkflowStub(pending.workflowId());
    workflow.signal("finish");
    assertThat(workflow.getResult(String.class)).isEqualTo("ActivityFailure");

    assertThat(seen.hooks.poll(20, TimeUnit.SECONDS)).isEqualTo(StopRequest.Kind.GONE);
    await().until(() -> manager.snapshot().isEmpty());
    assertThat(History.of(workflow).has(EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED)).isFalse();
  }

  /** An activity that its workflow has cancelled; the workflow is still open. */
  private PendingActivity<String> abandoned() throws Exception {
    WorkflowStub workflow = started(ActivityCancellationType.ABANDON);
    workflow.signal("cancelActivity");
    await().until(() -> requestAnswered(workflow));
    PendingActivity<String> pending = seen.pending.get(20, TimeUnit.SECONDS);

    pending.heartbeatNow("still there").get(20, TimeUnit.SECONDS);
    pending.heartbeatNow("still there").get(20, TimeUnit.SECONDS);
    assertThat(pending.currentStopRequest()).isEmpty();
    assertThat(seen.hooks).isEmpty();
    return pending;
  }

  // The signal, and the workflow task that answers it.
  private static boolean requestAnswered(WorkflowStub workflow) {
    History history = History.of(workflow);
    return history.has(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED)
        && history.count(EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) >= 2;
  }

  private WorkflowStub started(ActivityCancellationType type) throws Exception {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(OpenWorkflow.class));
    workflow.start(Call.of("Open", longhaul.activities()).cancellation(type));
    seen.pending.get(20, TimeUnit.SECONDS);
    return workflow;
  }
}
