package dev.longhaul.testing;

import io.grpc.Channel;
import io.temporal.api.command.v1.Command;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.SignalWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A run of a workflow on a real server, whose decisions a test takes. */
final class WorkflowByHand {
  private static final String NAMESPACE = "default";

  private final WorkflowServiceBlockingStub stub;
  private final WorkflowExecution execution;

  private WorkflowByHand(WorkflowServiceBlockingStub stub, WorkflowExecution execution) {
    this.stub = stub;
    this.execution = execution;
  }

  /** Starts a workflow, on a task queue of its own. */
  static WorkflowByHand start(Channel channel, String workflowId) {
    String runId =
        withDeadline(WorkflowServiceGrpc.newBlockingStub(channel))
            .startWorkflowExecution(
                StartWorkflowExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setRequestId(UUID.randomUUID().toString())
                    .setWorkflowId(workflowId)
                    .setWorkflowType(WorkflowType.newBuilder().setName("ByHand"))
                    .setTaskQueue(queue(workflowId))
                    .build())
            .getRunId();
    return of(channel, workflowId, runId);
  }

  /** One that was started before. */
  static WorkflowByHand of(Channel channel, String workflowId, String runId) {
    return new WorkflowByHand(
        WorkflowServiceGrpc.newBlockingStub(channel),
        WorkflowExecution.newBuilder().setWorkflowId(workflowId).setRunId(runId).build());
  }

  WorkflowExecution execution() {
    return execution;
  }

  WorkflowServiceBlockingStub stub() {
    return withDeadline(stub);
  }

  /** Wakes it by a signal, then decides. */
  void wakeAndDecide(Command... commands) {
    var unused =
        stub()
            .signalWorkflowExecution(
                SignalWorkflowExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setWorkflowExecution(execution)
                    .setSignalName("wake")
                    .setRequestId(UUID.randomUUID().toString())
                    .build());
    decide(commands);
  }

  /** Answers the open workflow task. */
  void decide(Command... commands) {
    PollWorkflowTaskQueueResponse task =
        stub()
            .pollWorkflowTaskQueue(
                PollWorkflowTaskQueueRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setTaskQueue(queue(execution.getWorkflowId()))
                    .build());
    var unused =
        stub()
            .respondWorkflowTaskCompleted(
                RespondWorkflowTaskCompletedRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setTaskToken(task.getTaskToken())
                    .addAllCommands(List.of(commands))
                    .build());
  }

  List<HistoryEvent> history() {
    return stub()
        .getWorkflowExecutionHistory(
            GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setExecution(execution)
                .build())
        .getHistory()
        .getEventsList();
  }

  private static TaskQueue queue(String workflowId) {
    return TaskQueue.newBuilder().setName("workflow-" + workflowId).build();
  }

  private static WorkflowServiceBlockingStub withDeadline(WorkflowServiceBlockingStub stub) {
    return stub.withDeadlineAfter(20, TimeUnit.SECONDS);
  }
}
