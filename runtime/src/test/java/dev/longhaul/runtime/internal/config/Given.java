package dev.longhaul.runtime.internal.config;

import dev.longhaul.runtime.internal.config.Sources.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sources that a test makes up. */
final class Given {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();

  Given(Path folder) {
    this.folder = folder;
  }

  Path file() {
    return folder.resolve(ConfigurationFile.DEFAULT_NAME);
  }

  Given file(String text) {
    try {
      Files.writeString(file(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Given variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Given property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  Sources sources() {
    ClassLoader nothing = ClassLoader.getPlatformClassLoader();
    return new Sources(
        environment,
        properties,
        null,
        true,
        ProfileChoice.OF_ENVIRONMENT,
        new Places(folder, nothing, List.of()));
  }

  Values read() {
    return sources().read(true);
  }

  /** What is wrong, without the folder. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    read()
        .problems()
        .forEach(
            problem ->
                problems.add(problem.replace(folder + file().getFileSystem().getSeparator(), "")));
    return problems;
  }
}
