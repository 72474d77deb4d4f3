package dev.longhaul.runtime.internal.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where Temporal's tools look for a file of profiles that nobody names. */
public final class DefaultFiles {
  private DefaultFiles() {}

  /**
   * The places, the first one first.
   *
   * @param system the operating system's name, as Java has it
   * @param home the user's folder, if it is known
   */
  public static List<Path> of(
      String system, @Nullable String home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    List<Path> folders = new ArrayList<>();
    if (name.contains("mac")) {
      add(folders, home, "Library", "Application Support");
    } else if (name.contains("win")) {
      add(folders, environment.get("APPDATA"));
    } else {
      // The command-line tool and the SDKs in Go and Rust look there first, the one in Java does
      // not.
      add(folders, environment.get("XDG_CONFIG_HOME"));
      add(folders, home, ".config");
    }
    return folders.stream()
        .map(folder -> folder.resolve("temporalio").resolve("temporal.toml"))
        .toList();
  }

  private static void add(List<Path> folders, @Nullable String first, String... more) {
    if (first != null && !first.isEmpty()) {
      folders.add(Path.of(first, more));
    }
  }
}
