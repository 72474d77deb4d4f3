package dev.longhaul.functional;

import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import io.temporal.api.activity.v1.ActivityOptions;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.PauseActivityRequest;
import io.temporal.api.workflowservice.v1.ResetActivityRequest;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.UnpauseActivityRequest;
import io.temporal.api.workflowservice.v1.UpdateActivityOptionsRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.WorkflowStub;
import java.util.UUID;

/** What an operator does to a workflow and to its only activity, on a real server. */
final class Operator {
  private static final String NAMESPACE = "default";
  private static final long FIRST_WORKFLOW_TASK_ENDED = 4;

  private final WorkflowServiceBlockingStub stub =
      TemporalServer.get().client().getWorkflowServiceStubs().blockingStub();
  private final WorkflowExecution execution;

  Operator(WorkflowStub workflow) {
    execution = workflow.getExecution();
  }

  PendingActivityInfo activity() {
    return stub.describeWorkflowExecution(
            DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setExecution(execution)
                .build())
        .getPendingActivities(0);
  }

  void pause() {
    var unused =
        stub.pauseActivity(
            PauseActivityRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setExecution(execution)
                .setId(activity().getActivityId())
                .build());
  }

  void unpause() {
    var unused =
        stub.unpauseActivity(
            UnpauseActivityRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setExecution(execution)
                .setId(activity().getActivityId())
                .build());
  }

  void reset() {
    var unused =
        stub.resetActivity(
            ResetActivityRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setExecution(execution)
                .setId(activity().getActivityId())
                .build());
  }

  void startToClose(java.time.Duration timeout) {
    var unused =
        stub.updateActivityOptions(
            UpdateActivityOptionsRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setExecution(execution)
                .setId(activity().getActivityId())
                .setActivityOptions(
                    ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(
                            Duration.newBuilder().setSeconds(timeout.toSeconds())))
                .setUpdateMask(FieldMask.newBuilder().addPaths("start_to_close_timeout"))
                .build());
  }

  /** The workflow starts again from its first workflow task, in a new run. */
  void resetWorkflow() {
    var unused =
        stub.resetWorkflowExecution(
            ResetWorkflowExecutionRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setWorkflowExecution(execution)
                .setWorkflowTaskFinishEventId(FIRST_WORKFLOW_TASK_ENDED)
                .setRequestId(UUID.randomUUID().toString())
                .build());
  }
}
