package dev.longhaul.runtime.internal.dispatch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As many threads as tasks that run at once: no task waits for the end of another one, which may
 * take for ever. Thread-safe; grows without limit, and shrinks when there is little to do.
 *
 * <p>To wake a thread costs more than most tasks do. So a task wakes none while another thread is
 * on its way to look for tasks, and that one wakes the next if it leaves any behind, before it runs
 * what it took. Under load a thread that has done its task has mostly taken the next one by then.
 */
final class GrowingThreads implements Executor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GrowingThreads.class);

  private final ThreadFactory factory;
  private final long idleNanos;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  // The last one to rest is the first to be woken, so that those that are not needed end.
  @GuardedBy("lock")
  private final Deque<Worker> resting = new ArrayDeque<>();

  // A thread was started or woken, and has not looked for tasks yet.
  @GuardedBy("lock")
  private boolean coming;

  @GuardedBy("lock")
  private boolean closed;

  /**
   * Starts no thread before the first task.
   *
   * @param idleTime after so long without a task a thread ends
   */
  GrowingThreads(ThreadFactory factory, Duration idleTime) {
    this.factory = factory;
    this.idleNanos = idleTime.toNanos();
  }

  @Override
  public void execute(Runnable task) {
    Worker next;
    synchronized (lock) {
      tasks.add(task);
      next = nextIfNeeded();
    }
    wake(next);
  }

  /** Threads end when there are no tasks. Those that still come are run all the same. */
  @Override
  public void close() {
    Worker[] all;
    synchronized (lock) {
      closed = true;
      all = resting.toArray(new Worker[0]);
    }
    for (Worker worker : all) {
      worker.wake();
    }
  }

  @GuardedBy("lock")
  private @Nullable Worker nextIfNeeded() {
    if (coming || tasks.isEmpty()) {
      return null;
    }
    coming = true;
    Worker next = resting.isEmpty() ? new Worker() : resting.pop();
    next.called = true;
    return next;
  }

  // Where no thread can be had, what waits is taken by the next one that has done its task, and
  // every further task tries again.
  private void wake(@Nullable Worker worker) {
    if (worker == null) {
      return;
    }
    try {
      worker.wake();
    } catch (RuntimeException | Error e) {
      synchronized (lock) {
        coming = false;
      }
      LOG.error(
          "no thread can be started for a blocking handler, which waits for one: {}", e.toString());
    }
  }

  private final class Worker implements Runnable {
    // Written before anybody else can know of this.
    private @Nullable Thread thread;

    // Guarded by the lock: it was started or woken, and has not looked for tasks yet.
    private boolean called;

    void wake() {
      if (thread == null) {
        Thread started = factory.newThread(this);
        thread = started;
        started.start();
      } else {
        LockSupport.unpark(thread);
      }
    }

    @Override
    public void run() {
      do {
        for (Runnable task = take(); task != null; task = take()) {
          run(task);
        }
      } while (isCalledInTime());
    }

    /** The next task; null if there is none, and it rests now. */
    private @Nullable Runnable take() {
      Runnable task;
      Worker next;
      synchronized (lock) {
        if (called) {
          called = false;
          coming = false;
        }
        task = tasks.poll();
        if (task == null) {
          resting.push(this);
        }
        next = nextIfNeeded();
      }
      GrowingThreads.this.wake(next);
      return task;
    }

    /** Rests until it is called; false if that takes too long, and it is to end. */
    private boolean isCalledInTime() {
      long since = System.nanoTime();
      for (long left = idleNanos; ; left = idleNanos - (System.nanoTime() - since)) {
        synchronized (lock) {
          if (called) {
            return true;
          }
          if (closed || left <= 0) {
            resting.remove(this);
            return false;
          }
        }
        LockSupport.parkNanos(GrowingThreads.this, left);
        Thread.interrupted(); // or it would not park again
      }
    }

    private static void run(Runnable task) {
      Thread.interrupted(); // meant for a task that this thread had before
      try {
        task.run();
      } catch (Throwable e) {
        LOG.error("a blocking handler's thread failed", e);
      }
    }
  }
}
