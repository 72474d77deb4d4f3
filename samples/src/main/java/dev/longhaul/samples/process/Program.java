package dev.longhaul.samples.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An operating-system process, whose output one thread reads, and which any thread may stop
 * together with the processes that it started.
 */
final class Program implements AutoCloseable {
  private static final int LAST_ERRORS = 5;
  private static final long SECONDS_TO_END = 2;

  private final Process process;
  private final BufferedReader output;
  private final CompletableFuture<List<String>> lastErrors;

  private Program(Process process) {
    this.process = process;
    this.output = process.inputReader();
    // Read all the time: a program whose errors nobody reads stands still when the pipe is full.
    this.lastErrors =
        CompletableFuture.supplyAsync(
            () -> lastOf(process.errorReader()), task -> new Thread(task, "stderr").start());
  }

  /**
   * Starts it.
   *
   * @throws IOException if there is no such program
   */
  static Program start(List<String> command) throws IOException {
    return new Program(new ProcessBuilder(command).start());
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /**
   * The lines of its output, each as soon as it is there, until it has ended, and so have all
   * processes that write to the same output.
   */
  Stream<String> lines() {
    return output.lines();
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** The last lines of its standard error; waits for its end, as {@link #lines} do. */
  List<String> lastErrors() {
    return lastErrors.join();
  }

  /**
   * Asks it and all processes below it to end, and makes those end that do not within two seconds.
   * Does not wait for that.
   */
  void stop() {
    // Before any of them ends: afterwards nobody knows whose children the others were.
    List<ProcessHandle> all = Stream.concat(Stream.of(handle()), process.descendants()).toList();
    for (ProcessHandle one : all) {
      one.destroy();
      var unused =
          one.onExit()
              .orTimeout(SECONDS_TO_END, TimeUnit.SECONDS)
              .exceptionally(
                  late -> {
                    one.destroyForcibly();
                    return one;
                  });
    }
  }

  /** Leaves nothing behind. */
  @Override
  public void close() {
    stop();
  }

  private static List<String> lastOf(BufferedReader reader) {
    Deque<String> last = new ArrayDeque<>();
    reader
        .lines()
        .forEach(
            line -> {
              last.addLast(line);
              if (last.size() > LAST_ERRORS) {
                last.removeFirst();
              }
            });
    return List.copyOf(last);
  }
}
