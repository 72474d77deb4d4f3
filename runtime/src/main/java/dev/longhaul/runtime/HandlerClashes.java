package dev.longhaul.runtime;

import com.google.inject.Inject;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.config.SettingsResolver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Handlers, perhaps of several jars, that would stand in each other's way: found when the injector
 * is created, which then fails and names both modules.
 */
final class HandlerClashes {
  private final SettingsResolver resolver;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, HandlerBinding<?>> byName = new HashMap<>();
  private final Map<List<String>, HandlerBinding<?>> byQueueAndType = new HashMap<>();

  HandlerClashes(SettingsResolver resolver) {
    this.resolver = resolver;
  }

  /**
   * @throws LonghaulStartException with all clashes
   */
  @Inject
  void check(Set<HandlerBinding<?>> bindings) {
    bindings.stream()
        .sorted(Comparator.comparing((HandlerBinding<?> b) -> b.handlerType().getName()))
        .forEach(this::check);
    if (!problems.isEmpty()) {
      throw new LonghaulStartException(problems);
    }
  }

  private void check(HandlerBinding<?> binding) {
    add(
        byName.putIfAbsent(binding.name(), binding),
        binding,
        "both are named \"" + binding.name() + "\"",
        "give one of them another name in its annotation");
    // What is wrong with the settings themselves is told at the start, which needs them.
    resolver
        .resolve(binding.name(), binding.settings(), new ArrayList<>())
        .ifPresent(settings -> checkQueue(binding, settings.taskQueue()));
  }

  private void checkQueue(HandlerBinding<?> binding, String queue) {
    add(
        byQueueAndType.putIfAbsent(List.of(queue, binding.activityType()), binding),
        binding,
        "both handle \"" + binding.activityType() + "\" on the task queue \"" + queue + "\"",
        "give one of them another task queue");
  }

  private void add(
      @Nullable HandlerBinding<?> one, HandlerBinding<?> other, String what, String fix) {
    if (one != null) {
      problems.add(
          one.origin()
              + " and "
              + other.origin()
              + " "
              + what
              + "; "
              + fix
              + ", or leave it out: AsyncActivities.discover().except("
              + other.handlerType().getSimpleName()
              + ".class)");
    }
  }
}
