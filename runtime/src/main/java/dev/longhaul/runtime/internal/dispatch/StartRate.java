package dev.longhaul.runtime.internal.dispatch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.runtime.internal.time.Ticker;
import java.time.Duration;

/**
 * Spreads the starts of a handler evenly over time. A start is reserved before a task is asked for,
 * and given back if none came. Thread-safe.
 */
final class StartRate {
  private final double perSecond;
  private final long intervalNanos;
  private final Ticker ticker;

  @GuardedBy("this")
  private long nextNanos;

  StartRate(double perSecond, Ticker ticker) {
    this.perSecond = perSecond;
    this.intervalNanos = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
    this.ticker = ticker;
    this.nextNanos = ticker.nanoTime();
  }

  /** Reserves a start; how long to wait for it. */
  synchronized long reserveNanos() {
    long now = ticker.nanoTime();
    // Seconds without a start are not saved up: a burst is what a rate is there to prevent.
    long start = nextNanos - now < 0 ? now : nextNanos;
    nextNanos = start + intervalNanos;
    return start - now;
  }

  /** A start that was reserved does not take place. */
  synchronized void giveBack() {
    nextNanos -= intervalNanos;
  }

  /** How many tasks may be waited for at once, since they may all come at the same moment. */
  int mostPolls() {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.floor(perSecond)));
  }
}
