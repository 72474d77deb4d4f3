package dev.longhaul.functional;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of the tests that have a process of their own. */
final class JavaProgram {
  private JavaProgram() {}

  /** One with this class's main method, on the class path of the tests. */
  static ProcessBuilder of(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
