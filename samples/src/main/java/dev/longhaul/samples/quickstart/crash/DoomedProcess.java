package dev.longhaul.samples.quickstart.crash;

import dev.longhaul.samples.common.JavaCommand;
import dev.longhaul.samples.quickstart.story.ActivityRecord;
import dev.longhaul.samples.quickstart.story.Change;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/**
 * A process of its own, with the handler of {@code ArchiveFolder}, which is killed as {@code kill
 * -9} does once Temporal has two heartbeats from it. Nothing in it can tell anybody; only the
 * heartbeats stop. Thread-safe.
 */
public final class DoomedProcess implements HandlerPlace, AutoCloseable {
  private static final int HEARTBEATS_TO_LIVE = 2;

  private final Process process;
  private final CompletableFuture<Void> nextAttempt = new CompletableFuture<>();
  private volatile boolean closed;

  // Guarded by this: a process that is killed confirms no cancellation.
  private boolean spared;
  private boolean killed;

  private DoomedProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts the process.
   *
   * @throws IOException if this machine cannot
   */
  public static DoomedProcess start(HandlerArguments arguments) throws IOException {
    List<String> command = JavaCommand.of(HandlerProcess.class.getName());
    command.addAll(arguments.toList());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT);
    return new DoomedProcess(builder.start());
  }

  public long pid() {
    return process.pid();
  }

  /**
   * Calls the action with the exit code if the process dies before {@link #close}; on a thread of
   * no consequence.
   */
  public void onDeath(IntConsumer action) {
    var unused =
        process
            .onExit()
            .thenAccept(
                dead -> {
                  if (!closed) {
                    action.accept(dead.exitValue());
                  }
                });
  }

  /**
   * Kills it no more, so that it confirms a cancellation. If it is too late for that, the next
   * attempt has to: the embedded server never ends a workflow that is cancelled between the two.
   */
  @Override
  public synchronized CompletableFuture<Void> readyForCancellation() {
    spared = true;
    return killed ? nextAttempt : CompletableFuture.completedFuture(null);
  }

  @Override
  public void changed(ActivityRecord activity, Change change) {
    if (change == Change.HEARTBEAT && activity.heartbeats().size() >= HEARTBEATS_TO_LIVE) {
      kill();
    }
    if (activity.attempts().size() > 1) {
      nextAttempt.complete(null);
    }
  }

  private synchronized void kill() {
    if (!spared) {
      killed = true;
      process.destroyForcibly();
    }
  }

  @Override
  public void close() {
    closed = true;
    process.destroyForcibly();
  }
}
