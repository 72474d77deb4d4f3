package dev.longhaul.samples.quickstart;

import dev.longhaul.samples.quickstart.archive.ArchiveRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The workflow's worker and a client to start it with: the official Java SDK alone. It could as
 * well be another process, in another language.
 */
final class WorkflowSide implements AutoCloseable {
  private static final String TASK_QUEUE = "quickstart-workflows";
  private static final long CLOSE_SECONDS = 5;

  private final WorkflowServiceStubs connection;
  private final WorkflowClient client;
  private final WorkerFactory workers;

  private WorkflowSide(String target, String namespace) {
    connection =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
    client =
        WorkflowClient.newInstance(
            connection, WorkflowClientOptions.newBuilder().setNamespace(namespace).build());
    workers = WorkerFactory.newInstance(client);
  }

  /** Connects, and works on workflows from now on; never on activities. */
  static WorkflowSide start(String target, String namespace) {
    WorkflowSide side = new WorkflowSide(target, namespace);
    side.workers
        .newWorker(TASK_QUEUE, WorkerOptions.newBuilder().setLocalActivityWorkerOnly(true).build())
        .registerWorkflowImplementationTypes(ArchiveWorkflowImpl.class);
    side.workers.start();
    return side;
  }

  /** Starts a workflow that archives the folder. */
  WorkflowStub archive(ArchiveRequest request) {
    String id = "archive-" + UUID.randomUUID();
    WorkflowStub workflow =
        client.newUntypedWorkflowStub(
            ArchiveWorkflow.class.getSimpleName(),
            WorkflowOptions.newBuilder().setTaskQueue(TASK_QUEUE).setWorkflowId(id).build());
    workflow.start(request);
    return workflow;
  }

  @Override
  public void close() {
    workers.shutdownNow();
    workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    connection.shutdownNow();
    connection.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}
