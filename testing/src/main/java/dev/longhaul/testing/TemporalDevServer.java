package dev.longhaul.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Temporal server: the development server of Temporal's command line, as a child process, on
 * the loopback address, a free port and a database file of its own. It can be stopped, killed and
 * started again on the same port and database, and it ends with this process at the latest.
 *
 * <p>The command is the one that the system property {@code temporal.cli} names, or else {@code
 * temporal} on the {@code PATH}.
 *
 * <p>Thread-safe; what starts and ends the server waits for it.
 */
public final class TemporalDevServer implements AutoCloseable {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

  private final List<String> command;
  private final Path log;
  private final String target;
  private final Thread lastResort = new Thread(this::killAll, "temporal-dev-server-killer");

  // Changed under the lock; read without it by the last resort, which must not wait for a start.
  private volatile @Nullable Process process;

  private TemporalDevServer(List<String> command, Path log, String target) {
    this.command = command;
    this.log = log;
    this.target = target;
  }

  /** A server that keeps its database and its log in a new directory in this one. */
  public static Builder in(Path directory) {
    return new Builder(directory);
  }

  /** What may differ from one server to the other. Not thread-safe. */
  public static final class Builder {
    private final Path directory;
    private final List<String> options = new ArrayList<>();

    private Builder(Path directory) {
      this.directory = directory;
    }

    /** A dynamic configuration value of the server, in JSON. */
    public Builder dynamicConfig(String key, String json) {
      options.addAll(List.of("--dynamic-config-value", key + "=" + json));
      return this;
    }

    /**
     * Starts it and waits until it serves its default namespace: a few seconds.
     *
     * @throws IllegalStateException if there is no command, or if the server does not come up; with
     *     the end of its log
     * @throws UncheckedIOException if the files cannot be written or the command cannot be run
     */
    public TemporalDevServer start() {
      Path command = TemporalCommand.find();
      try {
        Files.createDirectories(directory);
        Path home = Files.createTempDirectory(directory, "temporal-").toAbsolutePath();
        TemporalDevServer server = server(command, home, freePort());
        server.open();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot prepare a Temporal server in " + directory, e);
      }
    }

    private TemporalDevServer server(Path command, Path home, InetSocketAddress address) {
      String host = address.getAddress().getHostAddress();
      String port = Integer.toString(address.getPort());
      List<String> line = new ArrayList<>(List.of(command.toString(), "server", "start-dev"));
      line.addAll(List.of("--headless", "--ip", host, "--port", port));
      line.addAll(List.of("--db-filename", home.resolve("temporal.db").toString()));
      line.addAll(options);
      return new TemporalDevServer(line, home.resolve("server.log"), host + ":" + port);
    }

    private static InetSocketAddress freePort() throws IOException {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
      }
    }
  }

  /** Where it listens, as {@code host:port}; plaintext. The same after each start. */
  public String target() {
    return target;
  }

  /** What the server wrote, of all its starts. */
  public Path log() {
    return log;
  }

  /** Ends it in order, as an operator would; open calls end, the database stays. */
  public synchronized void stop() {
    end(ProcessHandle::destroy);
  }

  /** Ends it at once, as a crash would. */
  public synchronized void kill() {
    end(ProcessHandle::destroyForcibly);
  }

  /**
   * Starts it again after {@link #stop} or {@link #kill}, on the same port and database.
   *
   * @throws IllegalStateException if it runs, or if it does not come up
   */
  public synchronized void restart() {
    Process before = process;
    if (before != null && before.isAlive()) {
      throw new IllegalStateException("the Temporal server at " + target + " runs already");
    }
    Process started = run();
    process = started;
    try {
      DevServerHealth.await(target, started, log);
    } catch (RuntimeException e) {
      killAll();
      throw e;
    }
  }

  /** Ends it for good. May be repeated. */
  @Override
  public synchronized void close() {
    if (process != null) {
      stop();
      process = null;
      Runtime.getRuntime().removeShutdownHook(lastResort);
    }
  }

  @Override
  public String toString() {
    return "TemporalDevServer[" + target + ", " + log + "]";
  }

  private void open() {
    Runtime.getRuntime().addShutdownHook(lastResort);
    try {
      restart();
    } catch (RuntimeException e) {
      Runtime.getRuntime().removeShutdownHook(lastResort);
      throw e;
    }
  }

  private Process run() {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command.get(0), e);
    }
  }

  private void end(Consumer<ProcessHandle> how) {
    List<ProcessHandle> processes = processes();
    processes.forEach(how);
    try {
      CompletableFuture.allOf(
              processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      killAll();
      throw new IllegalStateException(
          "the Temporal server at " + target + " did not end within " + STOP_PATIENCE, e);
    } catch (InterruptedException e) {
      killAll();
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for the end of a process failed", e);
    }
  }

  private void killAll() {
    processes().forEach(ProcessHandle::destroyForcibly);
  }

  // Where the command is a script, the server is its child.
  private List<ProcessHandle> processes() {
    Process running = process;
    return running == null
        ? List.of()
        : Stream.concat(running.descendants(), Stream.of(running.toHandle())).toList();
  }
}
