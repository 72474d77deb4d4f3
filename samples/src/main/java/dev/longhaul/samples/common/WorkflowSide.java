package dev.longhaul.samples.common;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.converter.DataConverterException;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.WorkflowImplementationOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The workflow's worker and a client to start it with: the official Java SDK alone. It could as
 * well be another process, in another language.
 */
public final class WorkflowSide implements AutoCloseable {
  private static final long CLOSE_SECONDS = 5;

  /** The first workflow task of a process loads classes, which takes its time on a busy machine. */
  private static final WorkerOptions WORKER_OPTIONS =
      WorkerOptions.newBuilder()
          .setLocalActivityWorkerOnly(true)
          .setDefaultDeadlockDetectionTimeout(Duration.ofSeconds(30).toMillis())
          .build();

  /**
   * A result that does not fit fails the workflow, instead of waiting for other code to read it.
   */
  private static final WorkflowImplementationOptions FAIL_ON_MISFITS =
      WorkflowImplementationOptions.newBuilder()
          .setFailWorkflowExceptionTypes(DataConverterException.class)
          .build();

  private final WorkflowClient client;
  private final WorkerFactory workers;
  private final String taskQueue;

  private WorkflowSide(WorkflowClient client, String taskQueue) {
    this.client = client;
    this.workers = WorkerFactory.newInstance(client);
    this.taskQueue = taskQueue;
  }

  /** Works on workflows from now on; never on activities. */
  public static WorkflowSide start(
      TemporalService temporal, String taskQueue, Class<?>... implementations) {
    WorkflowClientOptions options =
        WorkflowClientOptions.newBuilder().setNamespace(temporal.namespace()).build();
    return start(temporal.connection(), options, taskQueue, implementations);
  }

  /**
   * As the other one, with what a client may need more, such as a data converter.
   *
   * @param options with the namespace
   * @param implementations the workflow classes
   */
  public static WorkflowSide start(
      WorkflowServiceStubs connection,
      WorkflowClientOptions options,
      String taskQueue,
      Class<?>... implementations) {
    WorkflowSide side =
        new WorkflowSide(WorkflowClient.newInstance(connection, options), taskQueue);
    side.workers
        .newWorker(taskQueue, WORKER_OPTIONS)
        .registerWorkflowImplementationTypes(FAIL_ON_MISFITS, implementations);
    side.workers.start();
    return side;
  }

  public WorkflowClient client() {
    return client;
  }

  /** A workflow to start. */
  public <W> W workflow(Class<W> type, String workflowId) {
    return client.newWorkflowStub(
        type,
        WorkflowOptions.newBuilder().setTaskQueue(taskQueue).setWorkflowId(workflowId).build());
  }

  @Override
  public void close() {
    workers.shutdownNow();
    workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}
