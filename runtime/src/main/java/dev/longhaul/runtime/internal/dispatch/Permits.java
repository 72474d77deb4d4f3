package dev.longhaul.runtime.internal.dispatch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A semaphore whose waiters hold no thread. Thread-safe and fair. */
public final class Permits {
  @GuardedBy("this")
  private final Queue<CompletableFuture<Permit>> waiting = new ArrayDeque<>();

  @GuardedBy("this")
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

  private void release(Permit permit) {
    CompletableFuture<Permit> next;
    synchronized (this) {
      if (permit.released) {
        return;
      }
      permit.released = true;
      next = nextOrFree();
    }
    if (next != null) {
      next.complete(new Permit());
    }
  }

  @GuardedBy("this")
  private @Nullable CompletableFuture<Permit> nextOrFree() {
    if (waiting.isEmpty()) {
      free++;
    }
    return waiting.poll();
  }

  /** The right to run one activity. */
  public final class Permit {
    private boolean released; // guarded by the permits

    private Permit() {}

    /** Gives the permit back, the first time. */
    public void release() {
      Permits.this.release(this);
    }
  }
}
