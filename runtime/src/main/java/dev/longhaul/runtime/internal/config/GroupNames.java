package dev.longhaul.runtime.internal.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds the names that settings are for against those that a process has: of handlers, or of task
 * queues. Immutable.
 */
public final class GroupNames {
  private final Group group;
  private final Set<String> here;

  /**
   * The names of a group.
   *
   * @param here those that this process has
   */
  public GroupNames(Group group, Collection<String> here) {
    this.group = group;
    this.here = new TreeSet<>(here);
  }

  /**
   * What configuration says of what is not here: it may be shared by processes.
   *
   * @return a warning each
   */
  public List<String> strangers(Values values) {
    return values.layers().stream().flatMap(layer -> strangers(layer).stream()).toList();
  }

  /** The same of a name that is given in Java. */
  public Optional<String> stranger(String name) {
    return here.contains(name)
        ? Optional.empty()
        : Optional.of(lacking("Java code has settings", name, here));
  }

  /** What the environment says of a name that several have there: a problem each. */
  public List<String> ambiguities(Values values) {
    return values.layers().stream().flatMap(layer -> ambiguities(layer).stream()).toList();
  }

  private List<String> strangers(Layer layer) {
    Set<String> known = known(layer).keySet();
    return layer.names(group).entrySet().stream()
        .filter(named -> !known.contains(named.getKey()))
        .map(named -> lacking(named.getValue().place() + " is", named.getKey(), known))
        .toList();
  }

  private List<String> ambiguities(Layer layer) {
    Map<String, Set<String>> known = known(layer);
    return layer.names(group).entrySet().stream()
        .filter(named -> known.getOrDefault(named.getKey(), Set.of()).size() > 1)
        .map(
            named ->
                named.getValue().place()
                    + " may mean any of "
                    + known.get(named.getKey())
                    + ", since variables tell neither case nor signs; set it in longhaul.yaml or by"
                    + " a system property")
        .toList();
  }

  /** What is here, and what stands for all, as the layer writes it. */
  private Map<String, Set<String>> known(Layer layer) {
    Map<String, Set<String>> known = new TreeMap<>();
    Set<String> names = new TreeSet<>(here);
    names.addAll(group.always());
    names.forEach(
        name ->
            known.computeIfAbsent(layer.nameForm().apply(name), any -> new TreeSet<>()).add(name));
    return known;
  }

  private String lacking(String what, String name, Set<String> known) {
    return what
        + " for "
        + group.isNotHere(name)
        + Suggestions.near(name, known.stream())
            .map(near -> "; did you mean \"" + near + "\"?")
            .orElse("");
  }
}
