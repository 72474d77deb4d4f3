package dev.longhaul.samples.common;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Commands that run Java programs as other processes, with this one's Java and class path. */
public final class JavaCommand {

  /** For a short life, and so that a newer JDK has nothing to warn of. */
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dguice_custom_class_loading=CHILD");

  private JavaCommand() {}

  /** The file {@code java} of this process. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What {@code java} takes for this program; the program's own arguments follow. */
  public static List<String> options(String mainClass) {
    List<String> options = new ArrayList<>(JVM_OPTIONS);
    options.addAll(List.of("-classpath", classPath(), mainClass));
    return options;
  }

  /** The whole command; the program's own arguments follow. */
  public static List<String> of(String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(options(mainClass));
    return command;
  }

  /** Also where Maven runs us within its own process. */
  private static String classPath() {
    return JavaCommand.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(JavaCommand::file)
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  private static String file(URL url) {
    return Path.of(URI.create(url.toString())).toString();
  }
}
