package dev.longhaul.runtime.internal.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file with profiles. It may hold secrets: no value of it is ever quoted. Immutable. */
final class TomlSource {
  private static final Logger LOG = LoggerFactory.getLogger(TomlSource.class);
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

  /** Adds what a profile says to the settings. */
  void read(String profile, Settings settings, List<String> problems) {
    JsonNode table = root.path(PROFILES).path(profile);
    NavigableMap<String, JsonNode> entries = new TreeMap<>();
    flatten("", table, entries);
    Map<ConnectionSetting, Found> found = new EnumMap<>(ConnectionSetting.class);
    entries.forEach(
        (key, value) -> {
          String place = file + ", " + PROFILES + "." + profile + "." + key;
          Optional<ConnectionSetting> setting = setting(key);
          if (setting.isPresent()) {
            text(value, setting.get().isFlag(), place, problems)
                .ifPresent(text -> found.put(setting.get(), new Found(text, place)));
          } else if (key.startsWith(HEADERS + ".")) {
            String name = key.substring(HEADERS.length() + 1);
            text(value, false, place, problems)
                .ifPresent(text -> settings.putHeader(name, new Found(text, place)));
          } else {
            unknown(key, place, problems);
          }
        });
    settings.put(found, problems);
    if (table.path(TLS).isObject()) {
      settings.mentionTls();
    }
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

  private static Optional<ConnectionSetting> setting(String key) {
    return Arrays.stream(ConnectionSetting.values())
        .filter(setting -> setting.key().equals(key))
        .findFirst();
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
  private static void unknown(String key, String place, List<String> problems) {
    if (key.equals(TLS) || key.equals(HEADERS)) {
      problems.add(place + " must be a table, whose keys are settings");
      return;
    }
    String suggestion =
        Suggestions.near(key, Arrays.stream(ConnectionSetting.values()).map(ConnectionSetting::key))
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
    LOG.warn("{} is not a setting that is known here, and is ignored{}", place, suggestion);
  }
}
