package dev.longhaul.functional;

import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.ArrayList;
import java.util.List;

/** A workflow that calls one activity with each of several inputs at once. */
@WorkflowInterface
public interface BatchWorkflow {

  /** How each call ended, in the order of the inputs. */
  @WorkflowMethod
  List<String> run(Call call, List<String> inputs);

  /** Cancels one of the calls. */
  @SignalMethod
  void cancel(int index);

  /** Calls them. */
  final class Impl implements BatchWorkflow {
    private final List<CancellationScope> scopes = new ArrayList<>();

    @Override
    public List<String> run(Call call, List<String> inputs) {
      List<Promise<String>> results = new ArrayList<>();
      for (String input : inputs) {
        CancellationScope scope =
            Workflow.newCancellationScope(() -> results.add(call.executeWith(String.class, input)));
        scopes.add(scope);
        scope.run();
      }
      return results.stream().map(Impl::end).toList();
    }

    private static String end(Promise<String> result) {
      try {
        return result.get();
      } catch (CanceledFailure e) {
        return "canceled";
      } catch (ActivityFailure e) {
        if (e.getCause() instanceof ApplicationFailure failure) {
          return failure.getType() + ": " + failure.getOriginalMessage();
        }
        return e.getCause() instanceof CanceledFailure ? "canceled" : "" + e.getCause();
      }
    }

    @Override
    public void cancel(int index) {
      scopes.get(index).cancel();
    }
  }
}
