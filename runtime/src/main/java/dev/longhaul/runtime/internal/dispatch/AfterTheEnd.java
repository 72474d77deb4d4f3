package dev.longhaul.runtime.internal.dispatch;

import java.util.ArrayDeque;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what comes to an executor after its end on the thread that brings it: better there than
 * never, since somebody may wait for it. Thread-safe.
 */
final class AfterTheEnd implements RejectedExecutionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(AfterTheEnd.class);

  // There while a thread runs tasks: one that brings another one would recurse.
  private static final ThreadLocal<@Nullable ArrayDeque<Runnable>> RUNNING = new ThreadLocal<>();

  @Override
  public void rejectedExecution(Runnable task, ThreadPoolExecutor ended) {
    ArrayDeque<Runnable> tasks = RUNNING.get();
    if (tasks != null) {
      tasks.add(task);
    } else {
      runAll(task);
    }
  }

  private void runAll(Runnable first) {
    ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    RUNNING.set(tasks);
    for (Runnable task = first; task != null; task = tasks.poll()) {
      run(task);
    }
    RUNNING.remove();
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.error("a callback failed after the end of this runtime", e);
    }
  }
}
