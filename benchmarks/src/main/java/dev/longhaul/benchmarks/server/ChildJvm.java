package dev.longhaul.benchmarks.server;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM with the class path of this one, which is asked by lines on its standard input, and answers
 * each by a line. It is to end when its input does, as it does when this process goes away.
 * Thread-safe.
 */
public final class ChildJvm implements AutoCloseable {
  private final String name;
  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;

  private ChildJvm(String name, Process process) {
    this.name = name;
    this.process = process;
    this.questions = process.outputWriter();
    this.answers = process.inputReader();
  }

  /**
   * Starts one.
   *
   * @param heapMegabytes what its heap has from the beginning
   * @throws UncheckedIOException if there is no such process
   */
  public static ChildJvm start(Class<?> main, int heapMegabytes, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xms" + heapMegabytes + "m");
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      return new ChildJvm(main.getSimpleName(), builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("the process of " + main.getName() + " did not start", e);
    }
  }

  /** The next line that it writes, without a question. */
  public synchronized String read() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new EOFException("its output ended; what it wrote to standard error says why");
      }
      return line;
    } catch (IOException e) {
      throw ended(e);
    }
  }

  /**
   * What it answers.
   *
   * @throws UncheckedIOException if the process has ended
   */
  public synchronized String ask(String question) {
    try {
      questions.write(question + "\n");
      questions.flush();
    } catch (IOException e) {
      throw ended(e);
    }
    return read();
  }

  private UncheckedIOException ended(IOException why) {
    return new UncheckedIOException("the process of " + name + " has ended", why);
  }

  /** Whether the process has not ended yet. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until the process has ended. */
  public void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /** Ends its input, as the end of this process would, and so the process. Idempotent. */
  @Override
  public synchronized void close() {
    try {
      questions.close();
    } catch (IOException e) {
      process.destroy(); // it has no input to end, so it is ended the hard way
    }
  }
}
