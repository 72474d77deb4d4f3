package dev.longhaul.testing.junit5;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The workflows that a client has started. Thread-safe. */
final class StartedWorkflows {
  private final List<WorkflowExecution> executions = new CopyOnWriteArrayList<>();

  /** Options of a client that is watched. */
  WorkflowClientOptions watching(WorkflowClientOptions options) {
    List<WorkflowClientInterceptor> interceptors = new ArrayList<>();
    if (options.getInterceptors() != null) {
      interceptors.addAll(Arrays.asList(options.getInterceptors()));
    }
    interceptors.add(
        new WorkflowClientInterceptorBase() {
          @Override
          public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(
              WorkflowClientCallsInterceptor next) {
            return new Watch(next);
          }
        });
    return WorkflowClientOptions.newBuilder(options)
        .setInterceptors(interceptors.toArray(WorkflowClientInterceptor[]::new))
        .validateAndBuildWithDefaults();
  }

  List<WorkflowExecution> executions() {
    return List.copyOf(executions);
  }

  /** Ends those that are open. */
  void terminate(WorkflowClient client) {
    for (WorkflowExecution execution : executions) {
      try {
        client
            .newUntypedWorkflowStub(
                WorkflowTargetOptions.newBuilder().setWorkflowExecution(execution).build())
            .terminate("the test that started it has ended");
      } catch (WorkflowException e) {
        // It has ended already.
      }
    }
  }

  private final class Watch extends WorkflowClientCallsInterceptorBase {
    Watch(WorkflowClientCallsInterceptor next) {
      super(next);
    }

    @Override
    public WorkflowStartOutput start(WorkflowStartInput input) {
      WorkflowStartOutput output = super.start(input);
      executions.add(output.getWorkflowExecution());
      return output;
    }

    @Override
    public WorkflowSignalWithStartOutput signalWithStart(WorkflowSignalWithStartInput input) {
      WorkflowSignalWithStartOutput output = super.signalWithStart(input);
      executions.add(output.getWorkflowStartOutput().getWorkflowExecution());
      return output;
    }
  }
}
