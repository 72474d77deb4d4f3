package dev.longhaul.samples.quickstart;

import dev.longhaul.samples.common.Failures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end properly when this process is asked to: Ctrl-C and other signals that end a
 * process. The process lives until {@link #close}, or for half a minute, and then ends with the
 * signal's exit code, which is 130 for Ctrl-C. Thread-safe.
 */
final class CtrlC implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final CompletableFuture<Void> pressed = new CompletableFuture<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::waitForTheEnd, "ctrl-c");

  private CtrlC() {}

  static CtrlC handle() {
    CtrlC ctrlC = new CtrlC();
    Runtime.getRuntime().addShutdownHook(ctrlC.hook);
    return ctrlC;
  }

  /** What to do then: also if it was pressed before. */
  void then(Runnable action) {
    var unused =
        pressed
            .thenRun(action)
            .exceptionally(
                failure -> {
                  System.err.println("Cannot cancel: " + Failures.reason(failure));
                  return null;
                });
  }

  @Override
  public void close() {
    closed.countDown();
    if (!pressed.isDone()) {
      remove();
    }
  }

  private void remove() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is pressed right now, when all is over.
    }
  }

  private void waitForTheEnd() {
    pressed.complete(null);
    try {
      if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The run did not end within " + PATIENCE_SECONDS + " s; it is given up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
