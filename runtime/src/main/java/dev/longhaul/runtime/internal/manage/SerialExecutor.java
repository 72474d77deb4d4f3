package dev.longhaul.runtime.internal.manage;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after the other on another executor, each with the writes of those before it
 * visible. Thread-safe; takes no thread, and next to no memory, while it has nothing to do.
 */
public final class SerialExecutor implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);

  private final Executor executor;

  // There while a task runs or waits.
  @GuardedBy("this")
  private @Nullable ArrayDeque<Runnable> tasks;

  public SerialExecutor(Executor executor) {
    this.executor = executor;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      if (tasks != null) {
        tasks.add(task);
        return;
      }
      tasks = new ArrayDeque<>(2);
      tasks.add(task);
    }
    executor.execute(this::runNext);
  }

  // One task for each turn: a busy attempt does not keep a thread of the shared executor.
  private void runNext() {
    run(next());
    synchronized (this) {
      if (tasks == null || tasks.isEmpty()) {
        tasks = null;
        return;
      }
    }
    executor.execute(this::runNext);
  }

  private synchronized @Nullable Runnable next() {
    return tasks == null ? null : tasks.poll();
  }

  private static void run(@Nullable Runnable task) {
    try {
      if (task != null) {
        task.run();
      }
    } catch (RuntimeException | Error e) {
      LOG.error("a callback of an activity failed", e);
    }
  }
}
