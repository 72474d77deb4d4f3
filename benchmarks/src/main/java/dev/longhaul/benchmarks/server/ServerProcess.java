package dev.longhaul.benchmarks.server;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;

/** A {@link BenchmarkServer} in a process of its own, which ends with this one. Thread-safe. */
public final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;
  private final int port;

  private ServerProcess(Process process) throws IOException {
    this.process = process;
    this.questions = process.outputWriter();
    this.answers = process.inputReader();
    this.port = Integer.parseInt(readAnswer());
  }

  /** A server that reads no request. */
  public static ServerProcess start() {
    return watching(0);
  }

  /** A server that watches so many activities, whose tokens are {@link WatchedTokens}. */
  public static ServerProcess watching(int activities) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-Xms256m",
            "-Xmx256m",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-classpath",
            System.getProperty("java.class.path"),
            BenchmarkServer.class.getName(),
            Integer.toString(activities));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      return new ServerProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("the benchmark server did not start", e);
    }
  }

  /** Host and port, on loopback. */
  public String target() {
    return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
  }

  /** What the server has done so far. */
  public Served served() {
    return Served.parse(ask(BenchmarkServer.SERVED));
  }

  /** The server watches over the next so many activities from now on. */
  public void receive(int count) {
    ask(BenchmarkServer.RECEIVE + " " + count);
  }

  /** What the server has seen of the activities, all of which have this heartbeat timeout. */
  public Watched seen(Duration timeout) {
    return Watched.parse(ask(BenchmarkServer.SEEN + " " + timeout.toNanos()));
  }

  /** Whether the process has not ended yet. */
  boolean isAlive() {
    return process.isAlive();
  }

  private synchronized String ask(String question) {
    try {
      questions.write(question + "\n");
      questions.flush();
      return readAnswer();
    } catch (IOException e) {
      throw new UncheckedIOException("the benchmark server has ended", e);
    }
  }

  private String readAnswer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new EOFException("its output ended; what it wrote to standard error says why");
    }
    return line;
  }

  /** Ends the server's input, as the end of this process would, and so the server. Idempotent. */
  @Override
  public synchronized void close() {
    try {
      questions.close();
    } catch (IOException e) {
      process.destroy(); // it has no input to end, so it is ended the hard way
    }
  }
}
