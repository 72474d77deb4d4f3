package dev.longhaul.runtime.internal.config;

import java.util.Optional;
import java.util.stream.Stream;

/** Settings of connections as Temporal's own tools name them in {@code temporal.toml}. */
final class TemporalNames {
  static final String TLS_ENABLED = ConnectionTable.SECTION + "tls.enabled";

  /** The one that says the opposite in that file. */
  static final String TLS_DISABLED = "tls.disabled";

  private TemporalNames() {}

  /** The keys below {@code profile.<name>}. */
  static Stream<String> keys() {
    return settings().map(TemporalNames::key);
  }

  static Optional<Setting<?>> setting(String key) {
    return settings().filter(setting -> key(setting).equals(key)).findFirst();
  }

  static boolean isFlag(Setting<?> setting) {
    return setting.kind().name().equals(Kinds.FLAG);
  }

  /** Whether Temporal's tools know the setting. */
  static boolean know(Setting<?> setting) {
    return setting.variable().startsWith("TEMPORAL_");
  }

  static String key(Setting<?> setting) {
    return setting.key().equals(TLS_ENABLED)
        ? TLS_DISABLED
        : setting.key().substring(ConnectionTable.SECTION.length()).replace('-', '_');
  }

  private static Stream<Setting<?>> settings() {
    return Catalogue.named().filter(TemporalNames::know);
  }
}
