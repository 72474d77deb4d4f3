package dev.longhaul.benchmarks.measure;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Bounds the calls that one thread has in flight. When it is full, that thread waits until half of
 * the calls were answered: woken for each single answer, it would measure the scheduler. {@link
 * #enter} and {@link #awaitEmpty} are for that thread, {@link #leave} is for any.
 */
final class Window {
  private final Thread starter = Thread.currentThread();
  private final int size;
  private final int half;
  private final AtomicInteger inFlight = new AtomicInteger();

  Window(int size) {
    this.size = size;
    this.half = size / 2;
  }

  void enter() {
    if (inFlight.get() == size) {
      awaitAtMost(half);
    }
    inFlight.incrementAndGet();
  }

  void leave() {
    int left = inFlight.decrementAndGet();
    // While the starter waits the number only falls, so it meets each of these once.
    if (left == half || left == 0) {
      LockSupport.unpark(starter);
    }
  }

  void awaitEmpty() {
    awaitAtMost(0);
  }

  private void awaitAtMost(int calls) {
    while (inFlight.get() > calls) {
      LockSupport.park(this);
    }
  }
}
