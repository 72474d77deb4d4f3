package dev.longhaul.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.testing.EmbeddedTemporalServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The project of the page on getting started, compiled with what a user has: the api, the runtime,
 * the processor and Temporal's SDK, but none of our samples.
 */
final class GreetingProject {
  static final Path FOLDER = Page.project().resolve("samples/getting-started");

  private final Path folder;
  private final Path classes;

  private GreetingProject(Path folder, Path classes) {
    this.folder = folder;
    this.classes = classes;
  }

  /** Compiles it into the folder, which also takes what its processes print. */
  static GreetingProject compiledIn(Path folder) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> tree = Files.walk(FOLDER.resolve("src/main/java"))) {
      List<Path> sources = tree.filter(file -> file.toString().endsWith(".java")).toList();
      String libraries = libraries();
      List<String> options =
          List.of(
              "--release",
              "17",
              "-cp",
              libraries,
              "-processorpath",
              libraries,
              "-d",
              classes.toString());
      assertThat(
              compiler
                  .getTask(
                      null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                  .call())
          .isTrue();
    }
    return new GreetingProject(folder, classes);
  }

  private static String libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).startsWith(Page.project().resolve("samples")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Starts one of its main classes. */
  Running run(EmbeddedTemporalServer server, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", classes + File.pathSeparator + libraries()));
    command.add("com.example.greeting." + main);
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, main, ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("TEMPORAL_ADDRESS", server.target());
    return new Running(builder.start(), output);
  }

  /** A process of it; killed when it is closed. */
  record Running(Process process, Path file) implements AutoCloseable {
    String output() {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    int exitCode() throws InterruptedException {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(output()).isTrue();
      return process.exitValue();
    }

    void kill() {
      process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
      kill();
    }
  }
}
