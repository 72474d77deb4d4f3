package dev.longhaul.runtime.internal.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The settings that system properties have. */
final class PropertySource {
  static final String FILE = "longhaul.config";

  private static final String PREFIX = "longhaul.";

  private PropertySource() {}

  /**
   * Reads them.
   *
   * @param problems takes what is not known: whoever writes a property means us
   */
  static Layer read(Map<String, String> properties, List<String> problems) {
    Map<String, Found> values = new LinkedHashMap<>();
    new TreeMap<>(properties)
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX) && !name.equals(FILE)) {
                String place = "-D" + name;
                String key = name.substring(PREFIX.length());
                if (Catalogue.setting(key).isPresent()) {
                  values.put(Catalogue.normal(key), new Found(value, place));
                } else {
                  problems.add(
                      place
                          + ": "
                          + (Catalogue.isSection(key)
                              ? Catalogue.isNoSetting(key)
                              : Catalogue.unknown(key)));
                }
              }
            });
    return new Layer(values, UnaryOperator.identity());
  }
}
