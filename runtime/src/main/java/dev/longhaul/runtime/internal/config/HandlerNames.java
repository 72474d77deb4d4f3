package dev.longhaul.runtime.internal.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds the names of handlers that settings are for against those that a process has. Immutable.
 */
public final class HandlerNames {
  private final Set<String> installed;

  public HandlerNames(Collection<String> installed) {
    this.installed = new TreeSet<>(installed);
  }

  /**
   * What configuration says of handlers that are not there: it may be shared by processes.
   *
   * @return a warning each
   */
  public List<String> strangers(Values values) {
    return values.layers().stream().flatMap(layer -> strangers(layer).stream()).toList();
  }

  /** The same of a name that is given in Java. */
  public Optional<String> stranger(String handler) {
    return installed.contains(handler)
        ? Optional.empty()
        : Optional.of(lacking("Java code has settings", handler, installed));
  }

  /** What the environment says of a name that several handlers have there: a problem each. */
  public List<String> ambiguities(Values values) {
    return values.layers().stream().flatMap(layer -> ambiguities(layer).stream()).toList();
  }

  private List<String> strangers(Layer layer) {
    Set<String> known = known(layer).keySet();
    return layer.handlers().entrySet().stream()
        .filter(named -> !known.contains(named.getKey()))
        .map(named -> lacking(named.getValue().place() + " is", named.getKey(), known))
        .toList();
  }

  private List<String> ambiguities(Layer layer) {
    Map<String, Set<String>> known = known(layer);
    return layer.handlers().entrySet().stream()
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

  /** The handlers of this process, and that which stands for all, as the layer writes them. */
  private Map<String, Set<String>> known(Layer layer) {
    Map<String, Set<String>> known = new TreeMap<>();
    Set<String> names = new TreeSet<>(installed);
    names.add(HandlerTable.DEFAULT);
    names.forEach(
        name ->
            known
                .computeIfAbsent(layer.handlerName().apply(name), any -> new TreeSet<>())
                .add(name));
    return known;
  }

  private static String lacking(String what, String handler, Set<String> known) {
    return what
        + " for a handler \""
        + handler
        + "\", which this process lacks"
        + Suggestions.near(handler, known.stream())
            .map(near -> "; did you mean \"" + near + "\"?")
            .orElse("");
  }
}
