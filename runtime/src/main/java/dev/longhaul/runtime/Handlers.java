package dev.longhaul.runtime;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.config.HandlerSettings;
import dev.longhaul.runtime.internal.dispatch.BatchPlan;
import dev.longhaul.runtime.internal.dispatch.ConfiguredHandler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configures the installed handlers, or tells everything that is wrong with them. */
final class Handlers {
  static final Comparator<HandlerBinding<?>> BY_NAME =
      Comparator.comparing((HandlerBinding<?> binding) -> binding.name())
          .thenComparing(binding -> binding.handlerType().getName());

  private final Setup setup;
  private final List<String> problems = new ArrayList<>();
  private final Map<List<String>, HandlerBinding<?>> byQueueAndType = new HashMap<>();

  Handlers(Setup setup) {
    this.setup = setup;
  }

  /**
   * The handlers that this process serves, in the order of their names.
   *
   * @throws LonghaulStartException if anything is wrong
   */
  List<ConfiguredHandler<?>> configure(Collection<HandlerBinding<?>> bindings) {
    List<ConfiguredHandler<?>> configured = configureAll(bindings);
    if (!problems.isEmpty()) {
      throw new LonghaulStartException(problems);
    }
    return configured;
  }

  /** What is wrong with them, and in their way; which needs the configuration to be known. */
  List<String> problems(Collection<HandlerBinding<?>> bindings) {
    configureAll(bindings);
    return problems;
  }

  @CanIgnoreReturnValue
  private List<ConfiguredHandler<?>> configureAll(Collection<HandlerBinding<?>> bindings) {
    List<ConfiguredHandler<?>> configured = new ArrayList<>();
    bindings.stream()
        .sorted(BY_NAME)
        .forEach(binding -> configure(binding).ifPresent(configured::add));
    return configured;
  }

  private <H> Optional<ConfiguredHandler<?>> configure(HandlerBinding<H> binding) {
    return setup
        .resolve(binding, problems)
        .filter(HandlerSettings::enabled)
        .<ConfiguredHandler<?>>map(found -> configured(binding, found))
        .filter(this::canFillABatch);
  }

  private boolean canFillABatch(ConfiguredHandler<?> handler) {
    Optional<String> problem =
        BatchLimits.problem(handler, setup.options().maxConcurrentActivities());
    problem.ifPresent(problems::add);
    return problem.isEmpty();
  }

  private void checkQueue(HandlerBinding<?> binding, String queue) {
    HandlerBinding<?> other =
        byQueueAndType.putIfAbsent(List.of(queue, binding.activityType()), binding);
    if (other != null) {
      problems.add(
          HandlerClashes.clash(
              other,
              binding,
              "both handle \"" + binding.activityType() + "\" on the task queue \"" + queue + "\"",
              "give one of them another task queue"));
    }
  }

  private <H> ConfiguredHandler<H> configured(HandlerBinding<H> binding, HandlerSettings settings) {
    checkQueue(binding, settings.taskQueue());
    return new ConfiguredHandler<>(
        binding,
        settings.taskQueue(),
        settings.heartbeatInterval(),
        settings.expectedHeartbeatTimeout(),
        settings.cancellationGrace(),
        settings.onPause(),
        settings.onShutdown(),
        settings.maxConcurrent(),
        settings.maxOutstanding(),
        settings.ratePerSecond(),
        new BatchPlan(
            settings.batchMaxSize(), settings.batchMaxWait(), settings.parallelBatches()));
  }
}
