package dev.longhaul.functional;

import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** A workflow that can cancel its activity, and that stays open until it is told to finish. */
@WorkflowInterface
public interface OpenWorkflow {

  /** Answers how the activity ended, as the workflow saw it. */
  @WorkflowMethod
  String run(Call call);

  @SignalMethod
  void cancelActivity();

  @SignalMethod
  void finish();

  /** Waits. */
  final class Impl implements OpenWorkflow {
    private final CompletablePromise<String> seen = Workflow.newPromise();
    private final CompletablePromise<Boolean> finished = Workflow.newPromise();
    private @Nullable CancellationScope scope;

    @Override
    public String run(Call call) {
      scope = Workflow.newCancellationScope(() -> seen.completeFrom(call.execute(String.class)));
      scope.run();
      finished.get();
      return seen.isCompleted() ? answer() : "nothing";
    }

    private String answer() {
      try {
        return seen.get();
      } catch (TemporalFailure e) {
        return e.getClass().getSimpleName();
      }
    }

    @Override
    public void cancelActivity() {
      if (scope != null) {
        scope.cancel();
      }
    }

    @Override
    public void finish() {
      finished.complete(true);
    }
  }
}
