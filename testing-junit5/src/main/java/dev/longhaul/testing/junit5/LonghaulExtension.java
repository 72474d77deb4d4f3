package dev.longhaul.testing.junit5;

import com.google.inject.Module;
import dev.longhaul.api.options.HandlerOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.runtime.Configuration;
import dev.longhaul.runtime.LonghaulModule;
import io.temporal.client.WorkflowClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Runs each test method with a runtime, a workflow worker and a task queue of its own, on an
 * embedded Temporal server that the whole test run shares:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LonghaulExtension LONGHAUL =
 *     LonghaulExtension.builder()
 *         .handlers(TranscodeHandler.class)
 *         .modules(new RenderFarmModule())
 *         .workflows(FilmWorkflowImpl.class)
 *         .build();
 *
 * @Test
 * void film_isTranscoded(FilmWorkflow workflow) {
 *   assertThat(workflow.publish("cat.mov")).isEqualTo("done/cat.mov");
 * }
 * }</pre>
 *
 * <p>Test methods, and those before and after each, take as parameters: stubs of the workflows,
 * {@link LonghaulTest}, {@code WorkflowClient}, {@code AsyncCompletionClient}, {@code
 * LonghaulClient}, {@code LongRunningActivityManager}, {@code LonghaulRuntime}, {@code Injector}.
 *
 * <p>All handlers poll the one queue of the test, and activities of their types go there, whatever
 * queues annotations and workflows name; so tests may run in parallel. A workflow that throws what
 * it does not declare fails at once, instead of being retried by its worker until it times out. For
 * a test that fails it is printed what its workflows' histories say, and which activities are open.
 *
 * <p>Needs JUnit 5.13 or newer. Immutable and thread-safe.
 */
public final class LonghaulExtension
    implements BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {
  private final Namespace own = Namespace.create(LonghaulExtension.class, this);
  private final TestSetup setup;

  private LonghaulExtension(TestSetup setup) {
    this.setup = setup;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** What tests run with. Not thread-safe. */
  public static final class Builder {
    private final List<Module> modules = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> activityTypes = new ArrayList<>();
    private final List<Class<?>> workflows = new ArrayList<>();
    private UnaryOperator<LonghaulModule> runtime =
        module -> module.configuration(Configuration.none());
    private UnaryOperator<WorkflowClientOptions.Builder> workflowClient = UnaryOperator.identity();
    private @Nullable String target;

    private Builder() {}

    /**
     * These handlers.
     *
     * @throws IllegalArgumentException if one is no handler, or if the annotation processor has not
     *     generated its module
     */
    public Builder handlers(Class<?>... handlers) {
      for (Class<?> handler : handlers) {
        var module = GeneratedModules.of(handler);
        var described = GeneratedModules.description(module);
        modules.add(module);
        names.add(described.name());
        activityTypes.add(described.activityType());
      }
      return this;
    }

    /** These modules, which bind what the handlers need; configured anew for each test method. */
    public Builder modules(Module... more) {
      modules.addAll(List.of(more));
      return this;
    }

    /**
     * These implementations of workflows, run by a worker of the official SDK that knows no
     * activity.
     *
     * @throws IllegalArgumentException if one is no class that can be instantiated
     */
    public Builder workflows(Class<?>... implementations) {
      for (Class<?> implementation : implementations) {
        workflows.add(WorkflowTypes.requireImplementation(implementation));
      }
      return this;
    }

    /** Changed options of the runtime. It does not drain, unless they say so. */
    public Builder options(UnaryOperator<RuntimeOptions.Builder> change) {
      return runtime(module -> module.options(change));
    }

    /** Settings for a handler, whatever its annotation says; its task queue is the test's. */
    public Builder handler(String name, UnaryOperator<HandlerOptions> change) {
      return runtime(module -> module.handler(name, change));
    }

    /** Configuration, of which tests see none by default. */
    public Builder configuration(Configuration configuration) {
      return runtime(module -> module.configuration(configuration));
    }

    private Builder runtime(UnaryOperator<LonghaulModule> change) {
      UnaryOperator<LonghaulModule> before = runtime;
      runtime = module -> change.apply(before.apply(module));
      return this;
    }

    /** Changed options of the workflow client: namespace, data converter. */
    public Builder workflowClient(UnaryOperator<WorkflowClientOptions.Builder> change) {
      UnaryOperator<WorkflowClientOptions.Builder> before = workflowClient;
      workflowClient = builder -> change.apply(before.apply(builder));
      return this;
    }

    /** This server, at {@code host:port} in plaintext, instead of an embedded one. */
    public Builder target(String hostAndPort) {
      target = hostAndPort;
      return this;
    }

    /**
     * The extension.
     *
     * @throws IllegalStateException if there is no handler
     */
    public LonghaulExtension build() {
      if (activityTypes.isEmpty()) {
        throw new IllegalStateException(
            "there is no handler to test: name handlers(...) before build()");
      }
      return new LonghaulExtension(
          new TestSetup(modules, names, activityTypes, workflows, runtime, workflowClient, target));
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    SharedServer server = SharedServer.of(context, setup.target());
    context.getStore(own).put(LonghaulTest.class, LonghaulTest.start(setup, server));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    LonghaulTest test = context.getStore(own).remove(LonghaulTest.class, LonghaulTest.class);
    if (test != null) {
      test.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Parameters.areOf(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Parameters.resolve(parameter, setup, test(context));
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw explained(context, thrown);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw explained(context, thrown);
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw explained(context, thrown);
  }

  // To the output, which every runner shows, as not all show suppressed exceptions.
  private Throwable explained(ExtensionContext context, Throwable thrown) {
    LonghaulTest test = test(context);
    if (test != null && !(thrown instanceof TestAbortedException)) {
      System.err.print(TestReport.of(test));
    }
    return thrown;
  }

  private @Nullable LonghaulTest test(ExtensionContext context) {
    return context.getStore(own).get(LonghaulTest.class, LonghaulTest.class);
  }
}
