package dev.longhaul.runtime;

import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.config.HandlerSettings;
import dev.longhaul.runtime.internal.config.SettingsResolver;
import dev.longhaul.runtime.internal.dispatch.ConfiguredHandler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Configures the installed handlers, or tells everything that is wrong with them. */
final class Handlers {
  private final SettingsResolver resolver;
  private final List<String> problems = new ArrayList<>();

  Handlers(SettingsResolver resolver) {
    this.resolver = resolver;
  }

  /**
   * The handlers in the order of their names.
   *
   * @throws LonghaulStartException if anything is wrong
   */
  List<ConfiguredHandler<?>> configure(Collection<HandlerBinding<?>> bindings) {
    List<ConfiguredHandler<?>> configured = new ArrayList<>();
    bindings.stream()
        .sorted(
            Comparator.comparing((HandlerBinding<?> binding) -> binding.name())
                .thenComparing(binding -> binding.handlerType().getName()))
        .forEach(binding -> configure(binding).ifPresent(configured::add));
    if (!problems.isEmpty()) {
      throw new LonghaulStartException(problems);
    }
    return configured;
  }

  private <H> Optional<ConfiguredHandler<?>> configure(HandlerBinding<H> binding) {
    Optional<HandlerSettings> settings =
        resolver.resolve(binding.name(), binding.settings(), problems);
    return settings.map(found -> configured(binding, found));
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
        settings.ratePerSecond());
  }
}
