package dev.longhaul.runtime;

import com.google.inject.Inject;
import dev.longhaul.api.spi.HandlerBinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Handlers, perhaps of several jars, that have one name: found when the injector is created, which
 * then fails and names both modules, since nothing could be said of either by its name. What stands
 * in the way of a start alone is told by the start, see {@link Handlers}.
 */
final class HandlerClashes {

  /**
   * @throws LonghaulStartException with all clashes, and with all that is wrong with the
   *     configuration; then also with what is wrong with the handlers' settings and queues, since
   *     the start that tells it is never reached
   */
  @Inject
  void check(Setup setup, Set<HandlerBinding<?>> bindings) {
    List<String> problems = new ArrayList<>(setup.problems());
    problems.addAll(setup.ambiguities(bindings));
    problems.addAll(sameNames(bindings));
    if (!problems.isEmpty()) {
      problems.addAll(new Handlers(setup).problems(bindings));
      throw new LonghaulStartException(problems);
    }
  }

  private static List<String> sameNames(Set<HandlerBinding<?>> bindings) {
    List<String> clashes = new ArrayList<>();
    Map<String, HandlerBinding<?>> byName = new HashMap<>();
    bindings.stream()
        .sorted(Comparator.comparing((HandlerBinding<?> b) -> b.handlerType().getName()))
        .forEach(
            binding -> {
              HandlerBinding<?> other = byName.putIfAbsent(binding.name(), binding);
              if (other != null) {
                clashes.add(
                    clash(
                        other,
                        binding,
                        "both are named \"" + binding.name() + "\"",
                        "give one of them another name in its annotation"));
              }
            });
    return clashes;
  }

  /** What is wrong about two handlers, where they come from, and what to do. */
  static String clash(HandlerBinding<?> one, HandlerBinding<?> other, String what, String fix) {
    return one.origin()
        + " and "
        + other.origin()
        + " "
        + what
        + "; "
        + fix
        + ", or leave it out: AsyncActivities.discover().except("
        + other.handlerType().getSimpleName()
        + ".class)";
  }
}
