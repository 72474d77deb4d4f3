package dev.longhaul.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds Temporal's command line on this machine. */
final class TemporalCommand {
  /** Names the command, where it is not on the path. */
  static final String PROPERTY = "temporal.cli";

  private static final List<String> FILE_NAMES = List.of("temporal", "temporal.exe");

  private TemporalCommand() {}

  /**
   * The command that {@code -Dtemporal.cli} names, or else the one on the path.
   *
   * @throws IllegalStateException if there is none
   */
  static Path find() {
    return find(System.getProperty(PROPERTY, ""), System.getenv().getOrDefault("PATH", ""));
  }

  static Path find(String named, String path) {
    return named.isEmpty() ? onPath(path) : named(named);
  }

  private static Path named(String command) {
    Path file = Path.of(command);
    if (!Files.isExecutable(file)) {
      throw new IllegalStateException(
          "-D" + PROPERTY + "=" + command + " is not an executable file; name Temporal's command");
    }
    return file.toAbsolutePath();
  }

  private static Path onPath(String path) {
    Optional<Path> found =
        Stream.of(path.split(File.pathSeparator))
            .filter(directory -> !directory.isEmpty())
            .flatMap(directory -> FILE_NAMES.stream().map(name -> Path.of(directory, name)))
            .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
            .findFirst();
    return found.orElseThrow(
        () ->
            new IllegalStateException(
                "there is no command 'temporal' on the PATH; install Temporal's command line, or"
                    + " name it with -D"
                    + PROPERTY
                    + "=<file>"));
  }
}
