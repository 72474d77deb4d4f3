package dev.longhaul.runtime.internal.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A file with profiles of connections, as all of Temporal's tools read it. It may hold secrets: no
 * value of it is ever quoted. Immutable.
 */
final class TomlSource {
  private static final String PROFILES = "profile";
  private static final String TLS = "tls";
  private static final String HEADERS = "grpc_meta";

  private final Path file;
  private final JsonNode root;

  private TomlSource(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it cannot be read, or is no TOML
   */
  static TomlSource read(Path file) {
    try {
      return new TomlSource(file, new TomlMapper().readTree(Files.readString(file)));
    } catch (JsonProcessingException e) {
      // Neither its message nor the exception: they quote what stands there.
      throw new IllegalArgumentException(file + " is no valid TOML at " + place(e.getLocation()));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e, e);
    }
  }

  private static String place(JsonLocation location) {
    return "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /** The names of its profiles. */
  NavigableSet<String> profiles() {
    NavigableSet<String> names = new TreeSet<>();
    root.path(PROFILES).fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** What a profile says. */
  Layer layer(String profile, List<String> problems, List<String> warnings) {
    JsonNode table = root.path(PROFILES).path(profile);
    NavigableMap<String, JsonNode> entries = new TreeMap<>();
    flatten("", table, entries);
    Map<String, Found> found = new LinkedHashMap<>();
    if (table.path(TLS).isObject()) {
      // An empty table turns TLS on, too.
      found.put(TemporalNames.TLS_ENABLED, new Found("true", place(profile, TLS)));
    }
    entries.forEach(
        (key, value) -> {
          String place = place(profile, key);
          Optional<Setting<?>> setting = TemporalNames.setting(key);
          if (setting.isPresent()) {
            text(value, TemporalNames.isFlag(setting.get()), place, problems)
                .ifPresent(text -> put(found, setting.get(), key, new Found(text, place)));
          } else if (key.startsWith(HEADERS + ".")) {
            String name = ConnectionTable.HEADERS + key.substring(HEADERS.length() + 1);
            text(value, false, place, problems)
                .ifPresent(text -> found.put(Catalogue.normal(name), new Found(text, place)));
          } else {
            unknown(key, place, problems, warnings);
          }
        });
    return new Layer(found, UnaryOperator.identity());
  }

  private static void put(Map<String, Found> values, Setting<?> setting, String key, Found found) {
    boolean opposite = key.equals(TemporalNames.TLS_DISABLED);
    String text = opposite ? Boolean.toString(!Boolean.parseBoolean(found.value())) : found.value();
    values.put(setting.key(), new Found(text, found.place()));
  }

  private String place(String profile, String key) {
    return file + ", " + PROFILES + "." + profile + "." + key;
  }

  private static void flatten(String prefix, JsonNode table, Map<String, JsonNode> entries) {
    table
        .properties()
        .forEach(
            entry -> {
              String key = prefix + entry.getKey();
              if (entry.getValue().isObject()) {
                flatten(key + ".", entry.getValue(), entries);
              } else {
                entries.put(key, entry.getValue());
              }
            });
  }

  private static Optional<String> text(
      JsonNode value, boolean flag, String place, List<String> problems) {
    if (flag ? value.isBoolean() : value.isTextual()) {
      return Optional.of(value.asText());
    }
    problems.add(place + " must be " + (flag ? "true or false" : "a string, in quotes"));
    return Optional.empty();
  }

  // Other tools share the file, and newer ones know more: what they need must not stop us.
  private static void unknown(
      String key, String place, List<String> problems, List<String> warnings) {
    if (key.equals(TLS) || key.equals(HEADERS)) {
      problems.add(place + " must be a table, whose keys are settings");
      return;
    }
    String suggestion =
        Suggestions.near(key, TemporalNames.keys())
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
    warnings.add(place + " is not a setting that is known here, and is ignored" + suggestion);
  }
}
