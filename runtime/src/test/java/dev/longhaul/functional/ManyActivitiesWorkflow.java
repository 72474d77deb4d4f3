package dev.longhaul.functional;

import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.workflow.Promise;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import java.util.stream.Stream;

/** A workflow that calls one activity many times at once, and answers all results. */
@WorkflowInterface
public interface ManyActivitiesWorkflow {

  @WorkflowMethod
  List<String> run(Call call, int times);

  /** Calls them. */
  final class Impl implements ManyActivitiesWorkflow {
    @Override
    public List<String> run(Call call, int times) {
      List<Promise<String>> results =
          Stream.generate(() -> call.execute(String.class)).limit(times).toList();
      Promise.allOf(results).get();
      return results.stream().map(Promise::get).toList();
    }
  }
}
