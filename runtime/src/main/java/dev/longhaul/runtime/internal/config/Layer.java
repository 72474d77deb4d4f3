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
 * @param handlerName how this source writes the name of a handler
 */
record Layer(Map<String, Found> values, UnaryOperator<String> handlerName) {
  static final Layer EMPTY = new Layer(Map.of(), UnaryOperator.identity());

  Layer {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values)); // in the source's order
  }

  Optional<Found> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Optional<Found> find(String handler, String setting) {
    return find(Catalogue.key(handlerName.apply(handler), setting));
  }

  /** The names of the handlers that it has settings of, each with one of them. */
  Map<String, Found> handlers() {
    Map<String, Found> handlers = new TreeMap<>();
    values.forEach(
        (key, found) ->
            Catalogue.handler(key).ifPresent(name -> handlers.putIfAbsent(name, found)));
    return handlers;
  }
}
