package dev.longhaul.runtime.internal.poll;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.api.PollHealth;
import dev.longhaul.runtime.internal.connect.PollException;
import dev.longhaul.runtime.internal.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers how the polls of one queue go, of which there may be several at once, and tells when
 * they begin to fail and when they work again, once each: all of them fail together, for as long as
 * the trouble lasts. Thread-safe.
 */
final class PollStatus {
  private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);

  private final String taskQueue;
  private final Ticker ticker;

  @GuardedBy("this")
  private int waiting;

  @GuardedBy("this")
  private int open;

  @GuardedBy("this")
  private @Nullable Long answeredNanos;

  @GuardedBy("this")
  private @Nullable Long failingNanos;

  @GuardedBy("this")
  private @Nullable String failure;

  @GuardedBy("this")
  private long lastNanos;

  PollStatus(String taskQueue, Ticker ticker) {
    this.taskQueue = taskQueue;
    this.ticker = ticker;
    this.lastNanos = ticker.nanoTime();
  }

  /** A poll waits for the right to take another task. */
  synchronized void waits() {
    waiting++;
  }

  /** A poll that has waited is not wanted any more. */
  synchronized void stopsWaiting() {
    waiting--;
  }

  /** A poll that has waited goes out. */
  synchronized void begins() {
    waiting--;
    open++;
    lastNanos = ticker.nanoTime();
  }

  /** An open poll was given up. */
  synchronized void cancelled() {
    open--;
    lastNanos = ticker.nanoTime();
  }

  /** The server has answered a poll. */
  void answered() {
    Duration lasted;
    synchronized (this) {
      open--;
      lastNanos = ticker.nanoTime();
      answeredNanos = lastNanos;
      if (failingNanos == null) {
        return;
      }
      lasted = Duration.ofNanos(lastNanos - failingNanos);
      failingNanos = null;
      failure = null;
    }
    LOG.info("polling task queue {} works again, after {} s", taskQueue, lasted.toSeconds());
  }

  /** A poll has failed. */
  void failed(PollException why) {
    synchronized (this) {
      open--;
      lastNanos = ticker.nanoTime();
      failure = why.getMessage();
      if (failingNanos != null) {
        return;
      }
      failingNanos = lastNanos;
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

  synchronized PollHealth health() {
    long now = ticker.nanoTime();
    return new PollHealth(
        taskQueue,
        open,
        open == 0 && waiting > 0,
        since(answeredNanos, now),
        since(failingNanos, now),
        Optional.ofNullable(failure),
        Duration.ofNanos(now - lastNanos));
  }

  private static Optional<Duration> since(@Nullable Long then, long now) {
    return then == null ? Optional.empty() : Optional.of(Duration.ofNanos(now - then));
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
