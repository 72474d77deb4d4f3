package dev.longhaul.runtime.internal.manage;

import dev.longhaul.runtime.internal.time.Backoff;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many calls may be in flight: half as many after the server was at a limit, one more with each
 * round that goes well. Not thread-safe.
 */
final class CallWindow {
  private static final Logger LOG = LoggerFactory.getLogger(CallWindow.class);

  /** With fewer, a quarter would be less than one. */
  private static final int LEAST = 4;

  private final Services services;
  private final int most;
  private int size;
  private int grownBy;
  private int limitsInARow;
  private long resumeNanos;

  // Calls that were on their way when the server was at its limit say nothing new of it.
  private long newsFrom;

  CallWindow(Services services, int most) {
    this.services = services;
    this.most = most;
    this.size = most;
    this.resumeNanos = services.ticker().nanoTime();
  }

  int size() {
    return size;
  }

  /** How long no call may be made; not positive if calls may be made. */
  long pauseNanos() {
    return resumeNanos - services.ticker().nanoTime();
  }

  /** A call went through. */
  void passed(long order) {
    if (order >= newsFrom) {
      limitsInARow = 0;
    }
    if (size < most && ++grownBy >= size) {
      size++;
      grownBy = 0;
    }
  }

  /**
   * A call met a limit of the server. That is news once for each pause.
   *
   * @param order of the call
   * @param nextOrder of the first call that is not on its way yet
   * @return whether that was news
   */
  boolean hitLimit(long order, long nextOrder) {
    if (order < newsFrom || pauseNanos() > 0) {
      return false;
    }
    newsFrom = nextOrder;
    limitsInARow++;
    size = Math.max(LEAST, size / 2);
    grownBy = 0;
    long pause = Backoff.LIMITS.nanosAfter(limitsInARow, services.random());
    resumeNanos = services.ticker().nanoTime() + pause;
    if (limitsInARow == 1) {
      LOG.warn(
          "the server is at a limit: no calls for {}, and at most {} at once afterwards",
          Duration.ofNanos(pause),
          size);
    }
    return true;
  }
}
