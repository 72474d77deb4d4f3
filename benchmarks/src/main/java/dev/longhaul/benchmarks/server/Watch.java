package dev.longhaul.benchmarks.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.BitSet;
import java.util.function.LongSupplier;

/**
 * Watches over numbered activities as a server does: from the receipt of each to its end, how long
 * it gave no sign of life. Thread-safe.
 */
final class Watch {
  private final LongSupplier nanoTime;

  // For each activity: when the last sign of life came, and the longest time without one.
  @GuardedBy("this")
  private final long[] seenNanos;

  @GuardedBy("this")
  private final long[] longestNanos;

  @GuardedBy("this")
  private final BitSet open = new BitSet();

  @GuardedBy("this")
  private int received;

  @GuardedBy("this")
  private int completed;

  @GuardedBy("this")
  private long heartbeats;

  @GuardedBy("this")
  private long unexpected;

  Watch(int activities, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.seenNanos = new long[activities];
    this.longestNanos = new long[activities];
  }

  /** The next so many activities are received now. */
  synchronized void receive(int count) {
    long now = nanoTime.getAsLong();
    open.set(received, received + count);
    for (int end = received + count; received < end; received++) {
      seenNanos[received] = now;
    }
  }

  synchronized void heartbeat(int activity) {
    if (sign(activity)) {
      heartbeats++;
    }
  }

  synchronized void complete(int activity) {
    if (sign(activity)) {
      completed++;
      open.clear(activity);
    }
  }

  /**
   * What was seen up to now.
   *
   * @param timeoutNanos the heartbeat timeout of all activities
   */
  synchronized Watched seen(long timeoutNanos) {
    long longest = 0;
    int timedOut = 0;
    for (int activity = 0; activity < received; activity++) {
      long silent = longestSilence(activity);
      longest = Math.max(longest, silent);
      timedOut += silent > timeoutNanos ? 1 : 0;
    }
    return new Watched(heartbeats, completed, unexpected, timedOut, longest);
  }

  @GuardedBy("this")
  private boolean sign(int activity) {
    if (activity == WatchedTokens.NONE || !open.get(activity)) {
      unexpected++;
      return false;
    }
    longestNanos[activity] = longestSilence(activity);
    seenNanos[activity] = nanoTime.getAsLong();
    return true;
  }

  // One that has given no sign for long may never give one again, so the time until now counts.
  @GuardedBy("this")
  private long longestSilence(int activity) {
    long silent = open.get(activity) ? nanoTime.getAsLong() - seenNanos[activity] : 0;
    return Math.max(longestNanos[activity], silent);
  }
}
