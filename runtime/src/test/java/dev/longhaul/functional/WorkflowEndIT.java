package dev.longhaul.functional;

import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest.Kind;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs that end while their activity still runs, on a real server; the work is told it is gone. */
class WorkflowEndIT {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Controlled controlled = new Controlled();
  private LongRunningActivityManager manager;

  @BeforeEach
  void start() {
    longhaul.workflows(
        ActivityWorkflow.Impl.class, OpenWorkflow.Impl.class, RestartingWorkflow.Impl.class);
    manager = longhaul.startControlled(controlled);
  }

  @Test
  void completed_isGone_andTakesNoResult() throws Exception {
    OpenWorkflow workflow = longhaul.workflow(OpenWorkflow.class);
    WorkflowStub run = started(workflow, "External");
    PendingActivity<String> pending = controlled.nextExternal();

    workflow.finish();

    assertThat(controlled.nextStop()).isEqualTo(Kind.GONE);
    assertThat(run.getResult(String.class)).isEqualTo("nothing");
    assertThatThrownBy(() -> pending.complete("too late").get(30, SECONDS))
        .hasCauseInstanceOf(ActivityNotFoundException.class);
    await().atMost(MINUTE).until(() -> manager.snapshot().isEmpty());
  }

  @Test
  void terminated_isGone() throws Exception {
    WorkflowStub run = started(longhaul.workflow(ActivityWorkflow.class), "Stage");
    controlled.nextStage();

    run.terminate("by an operator");

    assertThat(controlled.nextStop()).isEqualTo(Kind.GONE);
    await().atMost(MINUTE).until(() -> manager.snapshot().isEmpty());
  }

  @Test
  void continuedAsNew_isGone_andTheNextRunsActivityCompletes() throws Exception {
    RestartingWorkflow workflow = longhaul.workflow(RestartingWorkflow.class);
    WorkflowStub run = started(workflow, "External");
    PendingActivity<String> first = controlled.nextExternal();

    workflow.restart();
    PendingActivity<String> next = controlled.nextExternal();

    assertThat(controlled.nextStop()).isEqualTo(Kind.GONE);
    assertThat(next.runId()).isNotEqualTo(first.runId());
    assertOnlyTheNextOneCounts(run, first, next);
  }

  @Test
  void reset_isGone_andTheNextRunsActivityCompletes() throws Exception {
    WorkflowStub run = started(longhaul.workflow(ActivityWorkflow.class), "External");
    PendingActivity<String> first = controlled.nextExternal();

    new Operator(run).resetWorkflow();
    PendingActivity<String> next = controlled.nextExternal();

    assertThat(controlled.nextStop()).isEqualTo(Kind.GONE);
    assertThat(next.runId()).isNotEqualTo(first.runId());
    assertOnlyTheNextOneCounts(run, first, next);
  }

  private void assertOnlyTheNextOneCounts(
      WorkflowStub run, PendingActivity<String> first, PendingActivity<String> next)
      throws Exception {
    assertThatThrownBy(() -> first.complete("of the first run").get(30, SECONDS))
        .hasCauseInstanceOf(ActivityNotFoundException.class);
    next.complete("of the next run").get(30, SECONDS);

    WorkflowStub current =
        longhaul.client().newUntypedWorkflowStub(run.getExecution().getWorkflowId());
    assertThat(current.getResult(String.class)).isEqualTo("of the next run");
    assertThat(History.of(run).count(EVENT_TYPE_ACTIVITY_TASK_COMPLETED)).isEqualTo(1);
    await().atMost(MINUTE).until(() -> manager.snapshot().isEmpty());
  }

  private WorkflowStub started(Object workflow, String type) {
    WorkflowStub run = longhaul.started(workflow);
    run.start(Call.of(type, longhaul.activities()).startToClose(MINUTE));
    return run;
  }
}
