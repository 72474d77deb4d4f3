package dev.longhaul.runtime.internal.config;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces {@code ${key:default}} from system properties and the environment. */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)(?::([^}]*))?}");

  private final UnaryOperator<@Nullable String> properties;
  private final UnaryOperator<@Nullable String> environment;

  Placeholders(
      UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /**
   * Replaces every placeholder.
   *
   * @throws IllegalArgumentException if one has neither a value nor a default
   */
  String replace(String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder replaced = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          replaced, Matcher.quoteReplacement(value(matcher.group(1), matcher.group(2))));
    }
    return matcher.appendTail(replaced).toString();
  }

  private String value(String key, @Nullable String defaultValue) {
    String variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    String property = properties.apply(key);
    String value = property != null ? property : environment.apply(variable);
    if (value != null) {
      return value;
    }
    if (defaultValue == null) {
      throw new IllegalArgumentException(
          "${"
              + key
              + "} has no value; set the system property "
              + key
              + " or the environment variable "
              + variable
              + ", or write a default as ${"
              + key
              + ":…}");
    }
    return defaultValue;
  }
}
