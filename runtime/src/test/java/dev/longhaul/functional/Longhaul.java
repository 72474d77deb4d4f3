package dev.longhaul.functional;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.runtime.Configuration;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DataConverter;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One test's runtime and workflow worker, on task queues of its own. Activities are only ever
 * served by Longhaul: the worker of the official SDK knows no activity.
 */
final class Longhaul implements BeforeEachCallback, AfterEachCallback {
  static final RuntimeOptions OPTIONS =
      RuntimeOptions.defaults().toBuilder()
          .drainTime(Duration.ZERO)
          .pollDrain(Duration.ZERO)
          .build();

  private final TemporalServer server;
  private final List<LonghaulRuntime> runtimes = new ArrayList<>();
  private WorkflowClient client;
  private String suffix = "";
  private WorkerFactory workers;

  Longhaul() {
    this(TemporalServer.get());
  }

  /** On a server of its own. */
  Longhaul(TemporalServer server) {
    this.server = server;
    this.client = server.client();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    suffix = UUID.randomUUID().toString();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    runtimes.forEach(LonghaulRuntime::close);
    runtimes.clear();
    if (workers != null) {
      workers.shutdownNow();
    }
  }

  /** The queue of this test's activities. */
  String activities() {
    return "activities-" + suffix;
  }

  String workflows() {
    return "workflows-" + suffix;
  }

  LonghaulModule module() {
    return LonghaulModule.forTarget(server.target())
        .options(OPTIONS)
        .defaults(handler -> handler.taskQueue(activities()));
  }

  /** The same, but configuration says what options the runtime has. */
  LonghaulModule configuredModule(Configuration configuration) {
    return LonghaulModule.forTarget(server.target())
        .configuration(configuration)
        .options(options -> options.drainTime(OPTIONS.drainTime()).pollDrain(OPTIONS.pollDrain()))
        .defaults(handler -> handler.taskQueue(activities()));
  }

  /** A started runtime with these handlers and collaborators. */
  Injector start(Module... modules) {
    return start(module(), modules);
  }

  Injector start(LonghaulModule longhaul, Module... modules) {
    List<Module> all = new ArrayList<>(List.of(modules));
    all.add(longhaul);
    Injector injector = Guice.createInjector(all);
    runtimes.add(injector.getInstance(LonghaulRuntime.class).start());
    return injector;
  }

  /** Lets workflows, and those who call them, convert like this from now on. */
  void converting(DataConverter converter) {
    client = server.client(converter);
  }

  /** A runtime with handlers that the test controls, which looks ten times a second. */
  LongRunningActivityManager startControlled(Controlled controlled) {
    return startControlled(controlled, Duration.ofMillis(100));
  }

  LongRunningActivityManager startControlled(Controlled controlled, Duration heartbeatInterval) {
    LonghaulModule longhaul =
        module()
            .defaults(
                handler -> handler.taskQueue(activities()).heartbeatInterval(heartbeatInterval));
    return start(
            longhaul,
            new Controlled_ControlledStageHandler_AsyncActivityModule(),
            new Controlled_ControlledExternalHandler_AsyncActivityModule(),
            binder -> binder.bind(Controlled.class).toInstance(controlled))
        .getInstance(LongRunningActivityManager.class);
  }

  void workflows(Class<?>... implementations) {
    workers = WorkerFactory.newInstance(client);
    Worker worker = workers.newWorker(workflows());
    worker.registerWorkflowImplementationTypes(implementations);
    workers.start();
  }

  WorkflowClient client() {
    return client;
  }

  <W> W workflow(Class<W> type) {
    return client()
        .newWorkflowStub(
            type,
            WorkflowOptions.newBuilder()
                .setTaskQueue(workflows())
                .setWorkflowExecutionTimeout(Duration.ofMinutes(2))
                .build());
  }

  /** An untyped stub of a started workflow. */
  WorkflowStub started(Object workflow) {
    return WorkflowStub.fromTyped(workflow);
  }
}
