package dev.longhaul.runtime.internal.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What all sources say, and what is wrong with them. Immutable.
 *
 * @param layers the sources, the highest first
 * @param file the configuration file that was read, if any
 * @param problems what is wrong, a sentence or two each
 * @param warnings what has no effect
 */
public record Values(
    List<Layer> layers, Optional<String> file, List<String> problems, List<String> warnings) {
  private static final String PATH = "-path";
  private static final String DATA = "-data";

  public Values {
    layers = List.copyOf(layers);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** The value that counts; an empty one takes away what lower sources say. */
  Optional<Found> find(String key) {
    Optional<String> alternative = alternative(key);
    for (Layer layer : layers) {
      Optional<Found> found = layer.find(key);
      if (found.isPresent()) {
        return found.filter(one -> !one.isEmpty());
      }
      if (alternative.flatMap(layer::find).isPresent()) {
        return Optional.empty(); // a path takes the place of data, and the other way round
      }
    }
    return Optional.empty();
  }

  Optional<Found> find(Group group, String name, String setting) {
    return layers.stream()
        .map(layer -> layer.find(group, name, setting))
        .flatMap(Optional::stream)
        .findFirst()
        .filter(found -> !found.isEmpty());
  }

  /** Headers of calls by name. */
  Map<String, Found> headers() {
    Map<String, Found> headers = new TreeMap<>();
    for (Layer layer : layers) {
      layer
          .values()
          .forEach(
              (key, found) -> {
                if (key.startsWith(ConnectionTable.HEADERS)) {
                  headers.putIfAbsent(key.substring(ConnectionTable.HEADERS.length()), found);
                }
              });
    }
    headers.values().removeIf(Found::isEmpty);
    return headers;
  }

  /** What says the same in another way, of which a source may set one. */
  static Optional<String> alternative(String key) {
    if (key.endsWith(PATH)) {
      return Optional.of(key.substring(0, key.length() - PATH.length()) + DATA);
    }
    return key.endsWith(DATA)
        ? Optional.of(key.substring(0, key.length() - DATA.length()) + PATH)
        : Optional.empty();
  }
}
