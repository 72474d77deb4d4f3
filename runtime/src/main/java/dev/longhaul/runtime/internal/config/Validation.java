package dev.longhaul.runtime.internal.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks every value that a source has, whether or not it will count in the end. */
record Validation(boolean connection, List<String> problems, List<String> warnings) {

  void check(Layer layer) {
    layer.values().forEach((key, found) -> check(key, found, layer.values()));
  }

  private void check(String key, Found found, Map<String, Found> others) {
    if (key.startsWith(ConnectionTable.SECTION) && !connection) {
      // Temporal's own variables are for all programs.
      if (!found.place().startsWith("TEMPORAL_")) {
        warnings.add(
            found
                + " has no effect: this runtime's connection is set in Java code, without"
                + " LonghaulModule.fromEnvironment()");
      }
      return;
    }
    if (found.isEmpty()) {
      return;
    }
    Catalogue.setting(key).ifPresent(setting -> check(setting, found));
    Optional<Found> other = Values.alternative(key).map(others::get);
    if (key.endsWith("-path") && other.isPresent() && !other.get().isEmpty()) {
      problems.add(found + " and " + other.get() + " are both set; keep one of them");
    }
  }

  private void check(Setting<?> setting, Found found) {
    try {
      setting.read(found.value());
    } catch (IllegalArgumentException e) {
      problems.add(found + ": " + e.getMessage());
    }
  }
}
