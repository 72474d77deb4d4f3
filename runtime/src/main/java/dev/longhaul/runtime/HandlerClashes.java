package dev.longhaul.runtime;

import com.google.inject.Inject;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.config.HandlerSettings;
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
  private final List<String> problems = new ArrayList<>();
  private final Map<String, HandlerBinding<?>> byName = new HashMap<>();
  private final Map<List<String>, HandlerBinding<?>> byQueueAndType = new HashMap<>();

  /**
   * @throws LonghaulStartException with all clashes; if the configuration is wrong, also with all
   *     of that and with what is wrong with the handlers' settings
   */
  @Inject
  void check(Setup setup, Set<HandlerBinding<?>> bindings) {
    problems.addAll(setup.problems());
    problems.addAll(setup.ambiguities(bindings));
    bindings.stream()
        .sorted(Comparator.comparing((HandlerBinding<?> b) -> b.handlerType().getName()))
        .forEach(binding -> check(setup, binding));
    if (!problems.isEmpty()) {
      throw new LonghaulStartException(problems);
    }
  }

  private void check(Setup setup, HandlerBinding<?> binding) {
    add(
        byName.putIfAbsent(binding.name(), binding),
        binding,
        "both are named \"" + binding.name() + "\"",
        "give one of them another name in its annotation");
    // What is wrong with the settings themselves is told at the start, which needs them; but where
    // that is never reached, it is told here.
    List<String> later = setup.problems().isEmpty() ? new ArrayList<>() : problems;
    setup
        .resolve(binding, later)
        .filter(HandlerSettings::enabled)
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
