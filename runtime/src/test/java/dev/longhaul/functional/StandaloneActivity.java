package dev.longhaul.functional;

import com.google.protobuf.Duration;
import io.temporal.api.common.v1.ActivityType;
import io.temporal.api.enums.v1.ActivityExecutionStatus;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.PauseActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.PollActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.PollActivityExecutionResponse;
import io.temporal.api.workflowservice.v1.RequestCancelActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.ResetActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.StartActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.TerminateActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.UnpauseActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A standalone activity of a real server, as those see it who started it. */
record StandaloneActivity(String id, String runId) {
  private static final String NAMESPACE = "default";

  static StandaloneActivity start(String type, String taskQueue) {
    String id = UUID.randomUUID().toString();
    String runId =
        stub()
            .startActivityExecution(
                StartActivityExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setRequestId(UUID.randomUUID().toString())
                    .setActivityId(id)
                    .setActivityType(ActivityType.newBuilder().setName(type))
                    .setTaskQueue(TaskQueue.newBuilder().setName(taskQueue))
                    .setStartToCloseTimeout(Duration.newBuilder().setSeconds(60))
                    .build())
            .getRunId();
    return new StandaloneActivity(id, runId);
  }

  /** Waits until it is closed; its result as JSON. */
  String awaitResult() {
    PollActivityExecutionResponse answer =
        stub()
            .pollActivityExecution(
                PollActivityExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setActivityId(id)
                    .setRunId(runId)
                    .build());
    if (!answer.getOutcome().hasResult()) {
      throw new AssertionError("it has no result: " + answer);
    }
    return answer.getOutcome().getResult().getPayloads(0).getData().toStringUtf8();
  }

  ActivityExecutionStatus status() {
    return stub()
        .describeActivityExecution(
            DescribeActivityExecutionRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setActivityId(id)
                .setRunId(runId)
                .build())
        .getInfo()
        .getStatus();
  }

  void requestCancel() {
    var unused =
        stub()
            .requestCancelActivityExecution(
                RequestCancelActivityExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setActivityId(id)
                    .setRunId(runId)
                    .setRequestId(UUID.randomUUID().toString())
                    .build());
  }

  void terminate() {
    var unused =
        stub()
            .terminateActivityExecution(
                TerminateActivityExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setActivityId(id)
                    .setRunId(runId)
                    .setRequestId(UUID.randomUUID().toString())
                    .build());
  }

  void pause() {
    var unused =
        stub()
            .pauseActivityExecution(
                PauseActivityExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setActivityId(id)
                    .setRunId(runId)
                    .build());
  }

  void unpause() {
    var unused =
        stub()
            .unpauseActivityExecution(
                UnpauseActivityExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setActivityId(id)
                    .setRunId(runId)
                    .build());
  }

  void reset() {
    var unused =
        stub()
            .resetActivityExecution(
                ResetActivityExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setActivityId(id)
                    .setRunId(runId)
                    .build());
  }

  private static WorkflowServiceBlockingStub stub() {
    return TemporalServer.get()
        .client()
        .getWorkflowServiceStubs()
        .blockingStub()
        .withDeadlineAfter(60, TimeUnit.SECONDS);
  }
}
