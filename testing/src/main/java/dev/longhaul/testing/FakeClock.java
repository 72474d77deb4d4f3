package dev.longhaul.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Time that stands still until a test moves it: a ticker, a timer and a wall clock in one. Pass
 * {@code clock::nanoTime} and {@code clock::schedule} where a ticker and a timer are wanted.
 *
 * <p>Tasks run on the thread that calls {@link #advance} or {@link #runDue}, in the order of their
 * due times, those of one due time in the order in which they were scheduled. While a task runs,
 * the clock shows the time at which it was due.
 *
 * <p>Thread-safe. No lock is held while a task runs, so that tasks may use the clock.
 */
public final class FakeClock {
  // Negative and soon crossing zero: code that compares ticks instead of their differences fails.
  private static final long ORIGIN = -TimeUnit.SECONDS.toNanos(7);

  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  private final Object lock = new Object();

  @GuardedBy("lock")
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.<Task>comparingLong(t -> t.due).thenComparing(t -> t.order));

  @GuardedBy("lock")
  private long elapsed;

  @GuardedBy("lock")
  private long scheduled;

  /** Nanoseconds since an arbitrary origin, as {@link System#nanoTime}. */
  public long nanoTime() {
    synchronized (lock) {
      return ORIGIN + elapsed;
    }
  }

  /** The wall clock: moves with {@link #nanoTime}. */
  public Instant now() {
    synchronized (lock) {
      return EPOCH.plusNanos(elapsed);
    }
  }

  /**
   * Runs the task once, when the delay is over; a delay of zero or less is due at once, but runs
   * only at the next {@link #advance} or {@link #runDue}. Cancelling the future removes the task.
   */
  @CanIgnoreReturnValue
  public Future<?> schedule(Runnable task, long delay, TimeUnit unit) {
    synchronized (lock) {
      Task entry = new Task(task, elapsed + Math.max(0, unit.toNanos(delay)), scheduled++);
      tasks.add(entry);
      return entry;
    }
  }

  /**
   * Moves time forward and runs what becomes due on the way, also what these tasks schedule. What
   * tasks throw is thrown when the time is reached and all others ran: the first, with the others
   * suppressed.
   *
   * @throws IllegalArgumentException if the duration is negative
   */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("time does not go back: " + duration);
    }
    long target;
    synchronized (lock) {
      target = elapsed + duration.toNanos();
    }
    runUntil(target);
  }

  /** Runs what is due now. Throws what tasks throw, as {@link #advance} does. */
  public void runDue() {
    advance(Duration.ZERO);
  }

  /** How long until the next task is due, zero if it is due already; empty if none waits. */
  public Optional<Duration> untilNextTask() {
    synchronized (lock) {
      return Optional.ofNullable(tasks.peek())
          .map(next -> Duration.ofNanos(Math.max(0, next.due - elapsed)));
    }
  }

  /** How many tasks wait, due or not. */
  public int pendingTasks() {
    synchronized (lock) {
      return tasks.size();
    }
  }

  @Override
  public String toString() {
    return "FakeClock[" + now() + ", " + pendingTasks() + " tasks]";
  }

  private void runUntil(long target) {
    Throwable first = null;
    for (Task task = nextDue(target); task != null; task = nextDue(target)) {
      task.run();
      if (first == null) {
        first = task.thrown;
      } else if (task.thrown != null && task.thrown != first) {
        first.addSuppressed(task.thrown);
      }
    }
    if (first instanceof Error error) {
      throw error;
    } else if (first != null) {
      throw (RuntimeException) first;
    }
  }

  private @Nullable Task nextDue(long target) {
    synchronized (lock) {
      Task next = tasks.peek();
      boolean due = next != null && next.due <= target;
      // A task may have advanced the clock itself, beyond this target.
      elapsed = Math.max(elapsed, due ? next.due : target);
      return due ? tasks.poll() : null;
    }
  }

  private final class Task extends FutureTask<@Nullable Void> {
    private final long due;
    private final long order;
    private @Nullable Throwable thrown;

    Task(Runnable task, long due, long order) {
      super(task, null);
      this.due = due;
      this.order = order;
    }

    @Override
    protected void setException(Throwable t) {
      thrown = t;
      super.setException(t);
    }

    @Override
    protected void done() {
      if (isCancelled()) {
        synchronized (lock) {
          tasks.remove(this);
        }
      }
    }
  }
}
