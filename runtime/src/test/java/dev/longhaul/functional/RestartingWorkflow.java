package dev.longhaul.functional;

import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that calls one activity, and that continues as new when it is told to. */
@WorkflowInterface
public interface RestartingWorkflow {

  @WorkflowMethod
  String run(Call call);

  @SignalMethod
  void restart();

  /** Does not wait for its activity before it starts again. */
  final class Impl implements RestartingWorkflow {
    private boolean restarted;

    @Override
    public String run(Call call) {
      Promise<String> result = call.execute(String.class);
      Workflow.await(() -> restarted || result.isCompleted());
      if (restarted) {
        Workflow.continueAsNew(call);
      }
      return result.get();
    }

    @Override
    public void restart() {
      restarted = true;
    }
  }
}
