package dev.longhaul.runtime.internal.config;

import java.util.Locale;

/**
 * Something that can be set. Immutable.
 *
 * @param key below {@code longhaul.} in system properties; of a handler's setting, the part after
 *     {@code handlers.<name>.}
 * @param kind what values it takes
 * @param builtIn the value where nobody sets one, as documentation tells it
 * @param variable of the environment; of a handler's setting, the part after {@code
 *     LONGHAUL_HANDLERS_<NAME>_}
 * @param meaning for the documentation
 */
record Setting<T>(String key, Kind<T> kind, String builtIn, String variable, String meaning) {

  /** The variable of a key, where Temporal's tools have none. */
  static String variable(String key) {
    return "LONGHAUL_" + word(key);
  }

  /** A key as a part of a variable. */
  static String word(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException with what is wrong, and what to write
   */
  T read(String text) {
    return kind.parse().apply(text);
  }
}
