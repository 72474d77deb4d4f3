package dev.longhaul.testing;

import java.util.concurrent.CompletableFuture;

/**
 * Holds requests or answers back until a test opens it; no thread waits for it. Once open it stays
 * open. Thread-safe.
 */
public final class Gate {
  private final CompletableFuture<Gate> opened = new CompletableFuture<>();

  /** Lets everything pass, what was held back first, on the calling thread. */
  public void open() {
    opened.complete(this);
  }

  void whenOpen(Runnable action) {
    // The action answers for its own failures; the derived stage tells nobody anything.
    var unused = opened.thenRun(action);
  }
}
