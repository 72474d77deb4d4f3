package dev.longhaul.runtime;

import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.config.HandlerSettings;
import dev.longhaul.runtime.internal.config.SettingsResolver;
import dev.longhaul.runtime.internal.dispatch.ConfiguredHandler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Configures the installed handlers, or tells everything that is wrong with them. */
final class Handlers {
  private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);

  private final SettingsResolver resolver;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, HandlerBinding<?>> byName = new HashMap<>();
  private final Map<String, HandlerBinding<?>> byQueueAndType = new HashMap<>();

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
    clash(
        byName.put(binding.name(), binding),
        binding,
        "are both named \"" + binding.name() + "\"",
        "give one another name in its annotation");
    Optional<HandlerSettings> settings =
        resolver.resolve(binding.name(), binding.settings(), problems);
    return settings.map(found -> configured(binding, found));
  }

  private <H> ConfiguredHandler<H> configured(HandlerBinding<H> binding, HandlerSettings settings) {
    HandlerBinding<?> other =
        byQueueAndType.put(settings.taskQueue() + '\0' + binding.activityType(), binding);
    clash(
        other,
        binding,
        "both handle \""
            + binding.activityType()
            + "\" on task queue \""
            + settings.taskQueue()
            + "\"",
        "remove one, or give it another task queue");
    if (!settings.notHonoured().isEmpty()) {
      LOG.warn(
          "handler {}: this version does not act on {} yet",
          binding.name(),
          settings.notHonoured().stream().map(setting -> setting.key()).toList());
    }
    return new ConfiguredHandler<>(
        binding,
        settings.taskQueue(),
        settings.heartbeatInterval(),
        settings.expectedHeartbeatTimeout(),
        settings.cancellationGrace(),
        settings.onPause(),
        settings.onShutdown());
  }

  private void clash(
      @org.jspecify.annotations.Nullable HandlerBinding<?> one,
      HandlerBinding<?> other,
      String what,
      String fix) {
    if (one != null) {
      problems.add(
          one.handlerType().getName()
              + " and "
              + other.handlerType().getName()
              + " "
              + what
              + "; "
              + fix);
    }
  }
}
