package dev.longhaul.cli;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.testing.EmbeddedTemporalServer;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A started activity of an open workflow, on a server that the tests of a JVM share. */
final class OpenActivity {
  private static final String NAMESPACE = "default";
  private static final EmbeddedTemporalServer SERVER = EmbeddedTemporalServer.start();
  private static final String WORKFLOWS = "workflows";
  private static final WorkflowClient CLIENT = client();

  private final WorkflowStub workflow;
  private final PollActivityTaskQueueResponse task;

  private OpenActivity(WorkflowStub workflow, PollActivityTaskQueueResponse task) {
    this.workflow = workflow;
    this.task = task;
  }

  private static WorkflowClient client() {
    WorkflowClient client =
        WorkflowClient.newInstance(
            WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(target()).build()));
    WorkerFactory workers = WorkerFactory.newInstance(client);
    workers.newWorker(WORKFLOWS).registerWorkflowImplementationTypes(OneActivity.Impl.class);
    workers.start();
    return client;
  }

  static String target() {
    return SERVER.target();
  }

  static OpenActivity start() {
    String queue = "activities-" + UUID.randomUUID();
    WorkflowStub workflow =
        CLIENT.newUntypedWorkflowStub(
            "OneActivity", WorkflowOptions.newBuilder().setTaskQueue(WORKFLOWS).build());
    workflow.start(queue);
    try (LonghaulClient poller = LonghaulClient.connect(LonghaulModule.forTarget(target()))) {
      PollActivityTaskQueueRequest poll =
          PollActivityTaskQueueRequest.newBuilder()
              .setNamespace(NAMESPACE)
              .setTaskQueue(TaskQueue.newBuilder().setName(queue))
              .build();
      return new OpenActivity(
          workflow,
          WorkflowServiceGrpc.newBlockingStub(poller.channel())
              .withDeadlineAfter(60, TimeUnit.SECONDS)
              .pollActivityTaskQueue(poll));
    }
  }

  String token() {
    return TaskToken.of(task.getTaskToken().toByteArray()).toText();
  }

  String digest() {
    return TaskToken.of(task.getTaskToken().toByteArray()).digest();
  }

  FullActivityId id() {
    return FullActivityId.of(
        NAMESPACE,
        task.getWorkflowExecution().getWorkflowId(),
        task.getWorkflowExecution().getRunId(),
        task.getActivityId());
  }

  void cancel() {
    workflow.signal("cancelActivity");
  }

  /** What became of it, as its workflow tells. */
  String end() {
    return workflow.getResult(String.class);
  }

  /** The details of its cancellation, in the history: the SDK keeps them from the workflow. */
  List<String> canceledDetails() {
    return CLIENT.fetchHistory(id().workflowId()).getEvents().stream()
        .filter(HistoryEvent::hasActivityTaskCanceledEventAttributes)
        .flatMap(
            event ->
                event
                    .getActivityTaskCanceledEventAttributes()
                    .getDetails()
                    .getPayloadsList()
                    .stream())
        .map(payload -> payload.getData().toStringUtf8())
        .toList();
  }
}
