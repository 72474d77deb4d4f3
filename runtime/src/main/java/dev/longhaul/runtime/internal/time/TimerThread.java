package dev.longhaul.runtime.internal.time;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that runs tasks at their time. It starts with the first, and ends when there has been
 * none for a while; so one that only runs tasks to their end needs no closing. Thread-safe.
 */
public final class TimerThread implements Timer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TimerThread.class);

  private static final Duration IDLE_TIME = Duration.ofSeconds(30);

  private final ScheduledThreadPoolExecutor executor;

  /** A thread of this name. */
  public TimerThread(String name) {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    executor.setKeepAliveTime(IDLE_TIME.toNanos(), TimeUnit.NANOSECONDS);
    executor.allowCoreThreadTimeOut(true);
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Future<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return executor.schedule(() -> runLogged(task), delay, unit);
  }

  /** Runs the task again and again, at first after the interval, which is between its runs. */
  public void repeat(Runnable task, Duration interval) {
    long nanos = interval.toNanos();
    executor.scheduleWithFixedDelay(() -> runLogged(task), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** Drops what is scheduled. */
  @Override
  public void close() {
    executor.shutdownNow();
  }

  // The executor would keep a throwable in a future that nobody reads.
  private static void runLogged(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      LOG.error("a timer task failed: {}", task, e);
    }
  }
}
