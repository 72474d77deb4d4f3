package dev.longhaul.testing.junit5;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import java.util.List;

/** Sends activities of some types to the queue of a test, whatever queue the workflow names. */
final class ToTestQueue extends WorkerInterceptorBase {
  private final List<String> activityTypes;
  private final String taskQueue;

  ToTestQueue(List<String> activityTypes, String taskQueue) {
    this.activityTypes = activityTypes;
    this.taskQueue = taskQueue;
  }

  @Override
  public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
    return new WorkflowInboundCallsInterceptorBase(next) {
      @Override
      public void init(WorkflowOutboundCallsInterceptor outbound) {
        super.init(new Rerouted(outbound));
      }
    };
  }

  private final class Rerouted extends WorkflowOutboundCallsInterceptorBase {
    Rerouted(WorkflowOutboundCallsInterceptor next) {
      super(next);
    }

    @Override
    public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
      return super.executeActivity(
          activityTypes.contains(input.getActivityName()) ? rerouted(input) : input);
    }

    private <R> ActivityInput<R> rerouted(ActivityInput<R> input) {
      return new ActivityInput<>(
          input.getActivityName(),
          input.getResultClass(),
          input.getResultType(),
          input.getArgs(),
          ActivityOptions.newBuilder(input.getOptions()).setTaskQueue(taskQueue).build(),
          input.getHeader());
    }
  }
}
