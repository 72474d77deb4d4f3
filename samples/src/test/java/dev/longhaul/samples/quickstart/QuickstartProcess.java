package dev.longhaul.samples.quickstart;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command in a process of its own, as a user runs it: the real class path and main class,
 * without a terminal.
 */
final class QuickstartProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(100);
  private static final List<String> JVM =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dguice_custom_class_loading=CHILD",
          "-classpath",
          System.getProperty("java.class.path"),
          Quickstart.class.getName());

  private final Process process;
  private final Path out;
  private final Path err;

  private QuickstartProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static QuickstartProcess start(String... arguments) {
    return start(List.of(), arguments);
  }

  /**
   * Starts the command.
   *
   * @param launcher what starts the JVM, such as {@code setpriv}
   */
  static QuickstartProcess start(List<String> launcher, String... arguments) {
    try {
      Path out = Files.createTempFile("quickstart", ".out");
      Path err = Files.createTempFile("quickstart", ".err");
      Process process =
          new ProcessBuilder(command(launcher, arguments))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      process.getOutputStream().close();
      return new QuickstartProcess(process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the command to its end. */
  static Ended run(String... arguments) {
    try (QuickstartProcess process = start(arguments)) {
      return process.end();
    }
  }

  static List<String> command(List<String> launcher, String... arguments) {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(JVM);
    command.addAll(List.of(arguments));
    return command;
  }

  long pid() {
    return process.pid();
  }

  void awaitOutput(String text) {
    await().atMost(PATIENCE).until(() -> read(out).contains(text));
  }

  Ended end() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the process does not end; it said:\n" + read(out) + read(err));
      }
      return new Ended(process.exitValue(), read(out), read(err));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      Files.delete(out);
      Files.delete(err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, Charset.defaultCharset());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came of it. */
  record Ended(int exitCode, String out, String err) {}
}
