package dev.longhaul.runtime.internal.dispatch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A semaphore whose waiters hold no thread. Thread-safe and fair. */
public final class Permits {
  private final Queue<CompletableFuture<Permit>> waiting = new ArrayDeque<>();
  private int free;

  public Permits(int limit) {
    this.free = limit;
  }

  /** A permit, as soon as there is one; its dependents may run on the thread that released it. */
  public synchronized CompletableFuture<Permit> acquire() {
    CompletableFuture<Permit> permit = new CompletableFuture<>();
    if (free > 0) {
      free--;
      permit.complete(new Permit());
    } else {
      waiting.add(permit);
    }
    return permit;
  }

  private void giveBack() {
    CompletableFuture<Permit> next;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        free++;
        return;
      }
    }
    next.complete(new Permit());
  }

  /** The right to run one activity. */
  public final class Permit {
    private final AtomicBoolean released = new AtomicBoolean();

    private Permit() {}

    /** Gives the permit back, the first time. */
    public void release() {
      if (released.compareAndSet(false, true)) {
        giveBack();
      }
    }
  }
}
