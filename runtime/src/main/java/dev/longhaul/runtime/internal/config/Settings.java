package dev.longhaul.runtime.internal.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of a connection as they are gathered, source by source, the later ones above the
 * earlier. Not thread-safe.
 */
final class Settings {
  private final Map<ConnectionSetting, Found> values = new EnumMap<>(ConnectionSetting.class);
  private final Map<String, Found> headers = new TreeMap<>();
  private boolean tls;

  /** What one source says, over what others said. An empty value takes away what they said. */
  void put(Map<ConnectionSetting, Found> source, List<String> problems) {
    for (ConnectionSetting setting : source.keySet()) {
      List<ConnectionSetting> alternatives = setting.alternatives();
      alternatives.forEach(values::remove);
      List<Found> said =
          alternatives.stream()
              .filter(source::containsKey)
              .map(source::get)
              .filter(found -> !found.value().isEmpty())
              .toList();
      if (said.size() > 1 && setting == alternatives.get(0)) {
        problems.add(said.get(0) + " and " + said.get(1) + " are both set; keep one of them");
      }
    }
    source.forEach(this::put);
  }

  private void put(ConnectionSetting setting, Found found) {
    if (found.value().isEmpty()) {
      values.remove(setting);
      return;
    }
    values.put(setting, found);
    tls |= setting.isAboutTls();
  }

  /** The header, by its name as in a file or a variable; an empty value takes it away. */
  void putHeader(String name, Found found) {
    String normal = name.toLowerCase(Locale.ROOT).replace('_', '-');
    if (found.value().isEmpty()) {
      headers.remove(normal);
    } else {
      headers.put(normal, found);
    }
  }

  /** Some source has settings of TLS, if only an empty table. */
  void mentionTls() {
    tls = true;
  }

  boolean mentionsTls() {
    return tls;
  }

  Optional<Found> get(ConnectionSetting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  Map<String, Found> headers() {
    return headers;
  }
}
