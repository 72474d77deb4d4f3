package dev.longhaul.testing.junit5;

import com.google.inject.Module;
import dev.longhaul.runtime.LonghaulModule;
import io.temporal.client.WorkflowClientOptions;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What each test runs with. Immutable.
 *
 * @param modules of handlers and of what they need
 * @param handlers their names
 * @param activityTypes of the handlers
 * @param workflows implementations
 * @param runtime changes the module of the runtime
 * @param workflowClient changes the options of the workflow client
 * @param target null for an embedded server
 */
record TestSetup(
    List<Module> modules,
    List<String> handlers,
    List<String> activityTypes,
    List<Class<?>> workflows,
    UnaryOperator<LonghaulModule> runtime,
    UnaryOperator<WorkflowClientOptions.Builder> workflowClient,
    @Nullable String target) {

  TestSetup {
    modules = List.copyOf(modules);
    handlers = List.copyOf(handlers);
    activityTypes = List.copyOf(activityTypes);
    workflows = List.copyOf(workflows);
  }
}
