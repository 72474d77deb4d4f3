package dev.longhaul.runtime.internal.poll;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.runtime.internal.connect.PollException;
import dev.longhaul.runtime.internal.time.Ticker;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when the polls of a queue begin to fail and when they work again, once each: all of them
 * fail together, for as long as the trouble lasts. Thread-safe.
 */
final class PollLog {
  private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);

  private final String taskQueue;
  private final Ticker ticker;

  @GuardedBy("this")
  private boolean failing;

  @GuardedBy("this")
  private long sinceNanos;

  PollLog(String taskQueue, Ticker ticker) {
    this.taskQueue = taskQueue;
    this.ticker = ticker;
  }

  void failed(PollException why) {
    synchronized (this) {
      if (failing) {
        return;
      }
      failing = true;
      sinceNanos = ticker.nanoTime();
    }
    if (endsByItself(why)) {
      LOG.warn("polling task queue {} failed and is tried again: {}", taskQueue, why.getMessage());
    } else {
      LOG.error(
          "polling task queue {} is refused: {}. It is tried again, but no task will come before"
              + " somebody changes that",
          taskQueue,
          why.getMessage());
    }
  }

  void answered() {
    Duration lasted;
    synchronized (this) {
      if (!failing) {
        return;
      }
      failing = false;
      lasted = Duration.ofNanos(ticker.nanoTime() - sinceNanos);
    }
    LOG.info("polling task queue {} works again, after {} s", taskQueue, lasted.toSeconds());
  }

  private static boolean endsByItself(PollException why) {
    return switch (why.code()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, CANCELLED -> true;
      case UNKNOWN, INTERNAL, DATA_LOSS -> true;
      case NOT_FOUND, INVALID_ARGUMENT, FAILED_PRECONDITION, ALREADY_EXISTS -> false;
      // The server has a newer build, and leaves this one without tasks.
      case OUT_OF_RANGE -> false;
      case PERMISSION_DENIED, UNAUTHENTICATED, UNIMPLEMENTED -> false;
    };
  }
}
