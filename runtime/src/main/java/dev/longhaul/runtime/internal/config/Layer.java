package dev.longhaul.runtime.internal.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What one source says. Immutable.
 *
 * @param values by key
 * @param nameForm how this source writes the name of a handler or a task queue
 */
record Layer(Map<String, Found> values, UnaryOperator<String> nameForm) {
  static final Layer EMPTY = new Layer(Map.of(), UnaryOperator.identity());

  Layer {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values)); // in the source's order
  }

  Optional<Found> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Optional<Found> find(Group group, String name, String setting) {
    return find(group.key(nameForm.apply(name), setting));
  }

  /** The names of those that it has settings of, each with one of them. */
  Map<String, Found> names(Group group) {
    Map<String, Found> names = new TreeMap<>();
    values.forEach(
        (key, found) -> group.name(key).ifPresent(name -> names.putIfAbsent(name, found)));
    return names;
  }
}
