package dev.longhaul.runtime.internal.connect;

import dev.longhaul.runtime.internal.time.Timer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The waits of calls for their next try. Closing ends them all at once, so that no caller waits for
 * a timer that has stopped. Thread-safe.
 */
final class Pauses implements AutoCloseable {
  private final Set<Pause> pending = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Runs exactly one of the two, once: {@code next} after the wait, or the other when closed. */
  void pause(Timer timer, long nanos, Runnable next, Runnable whenClosed) {
    Pause pause = new Pause(next, whenClosed);
    pending.add(pause);
    // In this order: closing either finds the pause or is seen here.
    if (closed) {
      pause.close();
      return;
    }
    try {
      timer.schedule(pause::over, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      pause.close(); // closed in between, together with the timer
    }
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    pending.forEach(Pause::close);
  }

  private final class Pause {
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Runnable next;
    private final Runnable whenClosed;

    Pause(Runnable next, Runnable whenClosed) {
      this.next = next;
      this.whenClosed = whenClosed;
    }

    void over() {
      end(next);
    }

    void close() {
      end(whenClosed);
    }

    private void end(Runnable action) {
      if (ended.compareAndSet(false, true)) {
        pending.remove(this);
        action.run();
      }
    }
  }
}
