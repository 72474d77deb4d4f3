package dev.longhaul.runtime.internal.dispatch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.runtime.internal.time.Alarm;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.runtime.internal.time.Nanos;
import dev.longhaul.runtime.internal.time.Ticker;
import dev.longhaul.runtime.internal.time.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bounded executor of callbacks. They must not block; but some will, and those that wait for a
 * thread are not to suffer for it: a thread that is busy for too long is replaced until it is free
 * again, up to a limit.
 */
public final class CallbackThreads extends ThreadPoolExecutor {
  private static final Logger LOG = LoggerFactory.getLogger(CallbackThreads.class);

  /** A callback that takes longer than this has its thread replaced. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** No more threads than this stand in for others. */
  static final int MOST_REPLACED = 64;

  private final int threads;
  private final Alarms alarms;
  private final Map<Thread, Busy> busy = new ConcurrentHashMap<>();

  @GuardedBy("busy")
  private int replaced;

  /** Starts no thread before the first callback. */
  public CallbackThreads(int threads, Ticker ticker, Timer timer) {
    super(
        threads,
        threads + MOST_REPLACED,
        1,
        TimeUnit.MINUTES,
        new LinkedBlockingQueue<>(),
        BlockingThreads.named("longhaul-callback-"),
        new AfterTheEnd());
    this.threads = threads;
    this.alarms = Alarms.mostlyCancelled(ticker, timer);
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable task) {
    Busy now = new Busy(thread);
    busy.put(thread, now);
    alarms.setAfter(now, Nanos.of(PATIENCE));
  }

  @Override
  protected void afterExecute(Runnable task, Throwable failure) {
    Busy ended = busy.remove(Thread.currentThread());
    if (ended != null) {
      alarms.cancel(ended);
      ended.over();
    }
  }

  /** A callback that runs. */
  private final class Busy extends Alarm {
    private final Thread thread;

    @GuardedBy("busy")
    private boolean hasReplacement;

    @GuardedBy("busy")
    private boolean over;

    Busy(Thread thread) {
      this.thread = thread;
    }

    @Override
    protected void ring() {
      synchronized (busy) {
        if (over || replaced == MOST_REPLACED) {
          return;
        }
        hasReplacement = true;
        setCorePoolSize(threads + ++replaced);
      }
      LOG.warn(
          "a callback has kept {} for {}: callbacks must not block, others wait for their threads;"
              + " another thread takes its place until it is done",
          thread.getName(),
          PATIENCE,
          whereItIs());
    }

    void over() {
      synchronized (busy) {
        over = true;
        if (hasReplacement) {
          setCorePoolSize(threads + --replaced);
        }
      }
    }

    private Throwable whereItIs() {
      Throwable place = new Throwable("it is here");
      place.setStackTrace(thread.getStackTrace());
      return place;
    }

    @Override
    public String toString() {
      return "the watch over " + thread.getName();
    }
  }
}
