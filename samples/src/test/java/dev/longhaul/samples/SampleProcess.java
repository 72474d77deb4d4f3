package dev.longhaul.samples;

import static org.awaitility.Awaitility.await;

import dev.longhaul.samples.common.JavaCommand;
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
 * The command of the samples in a process of its own, as a user runs it: the real class path and
 * main class, without a terminal.
 */
public final class SampleProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final Process process;
  private final Path out;
  private final Path err;

  private SampleProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  public static SampleProcess start(String... arguments) {
    return start(List.of(), arguments);
  }

  /**
   * Starts the command.
   *
   * @param launcher what starts the JVM, such as {@code setpriv}
   */
  public static SampleProcess start(List<String> launcher, String... arguments) {
    try {
      Path out = Files.createTempFile("sample", ".out");
      Path err = Files.createTempFile("sample", ".err");
      Process process =
          new ProcessBuilder(command(launcher, arguments))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      process.getOutputStream().close();
      return new SampleProcess(process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the command to its end. */
  public static Ended run(String... arguments) {
    try (SampleProcess process = start(arguments)) {
      return process.end();
    }
  }

  public static List<String> command(List<String> launcher, String... arguments) {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(JavaCommand.of(Samples.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  public long pid() {
    return process.pid();
  }

  public void awaitOutput(String text) {
    await().atMost(PATIENCE).until(() -> read(out).contains(text));
  }

  /** What it has said until now. */
  public String out() {
    return read(out);
  }

  public Ended end() {
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
  public record Ended(int exitCode, String out, String err) {}
}
