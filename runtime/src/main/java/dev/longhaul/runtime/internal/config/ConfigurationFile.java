package dev.longhaul.runtime.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A configuration file and what it says. */
record ConfigurationFile(String name, String text) {
  static final String DEFAULT_NAME = "longhaul.yaml";

  private static final String CLASS_PATH = "classpath:";

  /**
   * The one that somebody names, which must be there.
   *
   * @param location a path, or {@code classpath:} and the name of a resource
   * @throws IllegalArgumentException if it cannot be read
   */
  static ConfigurationFile named(String location, String namedBy, ClassLoader loader) {
    try {
      if (!location.startsWith(CLASS_PATH)) {
        return read(Path.of(location));
      }
      return onClassPath(location.substring(CLASS_PATH.length()), loader)
          .orElseThrow(() -> new NoSuchFileException(location));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "there is no file " + location + ", which " + namedBy + " names", e);
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          location + ", which " + namedBy + " names, cannot be read: " + e, e);
    }
  }

  /**
   * The one that nobody names: in the folder, or else on the class path.
   *
   * @param warnings takes what looks like one and is not read
   * @throws IllegalArgumentException if it cannot be read, or there are several
   */
  static Optional<ConfigurationFile> byDefault(
      Path folder, ClassLoader loader, List<String> warnings) {
    Path file = folder.resolve(DEFAULT_NAME);
    Path lookAlike = folder.resolve("longhaul.yml");
    if (Files.exists(lookAlike)) {
      warnings.add(lookAlike + " is not read: the file's name is " + DEFAULT_NAME);
    }
    try {
      return Files.exists(file) ? Optional.of(read(file)) : onClassPath(DEFAULT_NAME, loader);
    } catch (IOException e) {
      throw new IllegalArgumentException(DEFAULT_NAME + " cannot be read: " + e, e);
    }
  }

  private static ConfigurationFile read(Path file) throws IOException {
    return new ConfigurationFile(file.toString(), Files.readString(file));
  }

  private static Optional<ConfigurationFile> onClassPath(String name, ClassLoader loader)
      throws IOException {
    List<URL> found = Collections.list(loader.getResources(name)).stream().distinct().toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "the class path has "
              + name
              + " more than once, and its order must not decide: "
              + found
              + ". Remove all but one, or name a file with -D"
              + PropertySource.FILE
              + "=…");
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream content = found.get(0).openStream()) {
      return Optional.of(
          new ConfigurationFile(
              CLASS_PATH + name, new String(content.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }
}
