package dev.longhaul.testing;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The one lock of the fake service: decisions are taken under it, what follows from them for others
 * happens after it was released. Wakes those who wait for a condition after each decision.
 */
final class Monitor {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  @GuardedBy("lock")
  private final List<Runnable> later = new ArrayList<>();

  /** Takes a decision, then does what it put off with {@link #later}. Not to be nested. */
  <T> T decide(Supplier<T> decision) {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("a decision within a decision");
    }
    List<Runnable> actions = new ArrayList<>();
    try {
      return underLock(decision, actions);
    } finally {
      actions.forEach(Runnable::run);
    }
  }

  /** As {@link #decide(Supplier)}, without a result. */
  void act(Runnable decision) {
    decide(
        () -> {
          decision.run();
          return this;
        });
  }

  /** Within a decision: does this after the lock was released. */
  void later(Runnable action) {
    lock.lock();
    try {
      later.add(action);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits, in real time, until the condition holds; it is asked under the lock.
   *
   * @throws AssertionError if that takes longer than ten seconds
   */
  void await(String what, BooleanSupplier condition) {
    long nanos = PATIENCE.toNanos();
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        if (nanos <= 0) {
          throw new AssertionError("waited " + PATIENCE + " in vain for " + what);
        }
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + what, e);
    } finally {
      lock.unlock();
    }
  }

  private <T> T underLock(Supplier<T> decision, List<Runnable> actions) {
    lock.lock();
    try {
      try {
        return decision.get();
      } finally {
        actions.addAll(later);
        later.clear();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }
}
