package dev.longhaul.testing.junit5;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkflowImplementationOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one test method runs with; {@link LonghaulExtension} passes it to test methods as a
 * parameter. Thread-safe.
 */
public final class LonghaulTest {
  /** A workflow that nobody ends is not to keep its test for ever. */
  private static final Duration WORKFLOW_TIMEOUT = Duration.ofMinutes(1);

  private final SharedServer server;
  private final String taskQueue;
  private final StartedWorkflows started = new StartedWorkflows();
  private final WorkflowClient workflowClient;
  private final Injector injector;
  private final @Nullable WorkerFactory workers;

  private LonghaulTest(TestSetup setup, SharedServer server, String taskQueue) {
    this.server = server;
    this.taskQueue = taskQueue;
    WorkflowClientOptions options =
        setup.workflowClient().apply(WorkflowClientOptions.newBuilder()).build();
    this.workflowClient = WorkflowClient.newInstance(server.stubs(), started.watching(options));
    this.injector = Guice.createInjector(modules(setup));
    this.workers = setup.workflows().isEmpty() ? null : workers(setup);
  }

  /** Started, on a queue of its own. */
  static LonghaulTest start(TestSetup setup, SharedServer server) {
    LonghaulTest test = new LonghaulTest(setup, server, "test-" + UUID.randomUUID());
    try {
      test.runtime().start();
      if (test.workers != null) {
        test.workers.start();
      }
      return test;
    } catch (RuntimeException | Error e) {
      test.close();
      throw e;
    }
  }

  private List<Module> modules(TestSetup setup) {
    LonghaulModule longhaul =
        LonghaulModule.forTarget(server.target())
            .namespace(namespace())
            .options(options -> options.drainTime(Duration.ZERO).pollDrain(Duration.ZERO));
    longhaul = setup.runtime().apply(longhaul);
    for (String handler : setup.handlers()) {
      longhaul = longhaul.handler(handler, settings -> settings.taskQueue(taskQueue));
    }
    List<Module> modules = new ArrayList<>(setup.modules());
    modules.add(longhaul);
    return modules;
  }

  private WorkerFactory workers(TestSetup setup) {
    WorkerFactory factory =
        WorkerFactory.newInstance(
            workflowClient,
            WorkerFactoryOptions.newBuilder()
                .setWorkerInterceptors(new ToTestQueue(setup.activityTypes(), taskQueue))
                .build());
    factory
        .newWorker(taskQueue)
        .registerWorkflowImplementationTypes(
            WorkflowImplementationOptions.newBuilder()
                .setFailWorkflowExceptionTypes(Throwable.class)
                .build(),
            setup.workflows().toArray(Class<?>[]::new));
    return factory;
  }

  /** The queue of this test's workflows and activities. */
  public String taskQueue() {
    return taskQueue;
  }

  /** Where the server is, as {@code host:port}; plaintext. */
  public String target() {
    return server.target();
  }

  /** The namespace of this test; {@code default}, unless the workflow client has another one. */
  public String namespace() {
    return workflowClient.getOptions().getNamespace();
  }

  /** The injector with handlers and runtime. */
  public Injector injector() {
    return injector;
  }

  /** The runtime, which is started. */
  public LonghaulRuntime runtime() {
    return injector.getInstance(LonghaulRuntime.class);
  }

  /** Completes activities. */
  public LonghaulClient client() {
    return injector.getInstance(LonghaulClient.class);
  }

  /** Looks after the activities of the handlers. */
  public LongRunningActivityManager manager() {
    return injector.getInstance(LongRunningActivityManager.class);
  }

  /** Starts workflows, and talks to them. */
  public WorkflowClient workflowClient() {
    return workflowClient;
  }

  /** A stub of a new workflow, on the queue of this test, which times out after a minute. */
  public <W> W workflow(Class<W> type) {
    return workflow(type, UnaryOperator.identity());
  }

  /** As {@link #workflow(Class)}, with changed options. */
  public <W> W workflow(Class<W> type, UnaryOperator<WorkflowOptions.Builder> change) {
    WorkflowOptions.Builder options =
        WorkflowOptions.newBuilder()
            .setTaskQueue(taskQueue)
            .setWorkflowExecutionTimeout(WORKFLOW_TIMEOUT);
    return workflowClient.newWorkflowStub(type, change.apply(options).build());
  }

  StartedWorkflows started() {
    return started;
  }

  /** Ends the workflows that are still open, the runtime and the worker. */
  void close() {
    try {
      started.terminate(workflowClient);
    } finally {
      closeRuntime();
      if (workers != null) {
        workers.shutdownNow();
      }
    }
  }

  // For what a test left open nobody waits: its grace period would be the test's time. A runtime
  // whose closing is interrupted does not wait for it either.
  private void closeRuntime() {
    boolean interrupted = Thread.interrupted();
    if (!manager().snapshot().isEmpty()) {
      Thread.currentThread().interrupt();
    }
    try {
      runtime().close();
    } finally {
      boolean unused = Thread.interrupted();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Its queue and server. */
  @Override
  public String toString() {
    return "LonghaulTest[" + taskQueue + " at " + target() + "]";
  }
}
