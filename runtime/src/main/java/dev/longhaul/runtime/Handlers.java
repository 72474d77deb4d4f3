package dev.longhaul.runtime;

import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.config.HandlerSettings;
import dev.longhaul.runtime.internal.dispatch.BatchPlan;
import dev.longhaul.runtime.internal.dispatch.ConfiguredHandler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Configures the installed handlers, or tells everything that is wrong with them. */
final class Handlers {
  static final Comparator<HandlerBinding<?>> BY_NAME =
      Comparator.comparing((HandlerBinding<?> binding) -> binding.name())
          .thenComparing(binding -> binding.handlerType().getName());

  private final Setup setup;
  private final List<String> problems = new ArrayList<>();

  Handlers(Setup setup) {
    this.setup = setup;
  }

  /**
   * The handlers that this process serves, in the order of their names.
   *
   * @throws LonghaulStartException if anything is wrong
   */
  List<ConfiguredHandler<?>> configure(Collection<HandlerBinding<?>> bindings) {
    List<ConfiguredHandler<?>> configured = new ArrayList<>();
    bindings.stream()
        .sorted(BY_NAME)
        .forEach(binding -> configure(binding).ifPresent(configured::add));
    if (!problems.isEmpty()) {
      throw new LonghaulStartException(problems);
    }
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

  private <H> ConfiguredHandler<H> configured(HandlerBinding<H> binding, HandlerSettings settings) {
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
