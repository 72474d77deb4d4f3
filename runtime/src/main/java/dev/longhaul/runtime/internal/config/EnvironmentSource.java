package dev.longhaul.runtime.internal.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings that the environment has. */
final class EnvironmentSource {
  private static final String HEADER_PREFIX = "TEMPORAL_GRPC_META_";

  private EnvironmentSource() {}

  static void read(Map<String, String> environment, Settings settings, List<String> problems) {
    Map<ConnectionSetting, Found> found = new EnumMap<>(ConnectionSetting.class);
    for (ConnectionSetting setting : ConnectionSetting.values()) {
      String value = environment.get(setting.variable());
      if (value != null) {
        value(setting, value, problems)
            .ifPresent(read -> found.put(setting, new Found(read, setting.variable())));
      }
    }
    settings.put(found, problems);
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(HEADER_PREFIX)) {
            settings.putHeader(name.substring(HEADER_PREFIX.length()), new Found(value, name));
          }
        });
  }

  private static Optional<String> value(
      ConnectionSetting setting, String value, List<String> problems) {
    if (!setting.isFlag() || value.isEmpty()) {
      return Optional.of(value);
    }
    Optional<Boolean> flag =
        switch (value.toLowerCase(Locale.ROOT)) {
          case "true", "1" -> Optional.of(true);
          case "false", "0" -> Optional.of(false);
          default -> Optional.empty();
        };
    if (flag.isEmpty()) {
      problems.add(setting.variable() + " is \"" + value + "\"; write true or false");
    }
    boolean opposite = setting == ConnectionSetting.TLS_DISABLED;
    return flag.map(on -> Boolean.toString(on != opposite));
  }
}
