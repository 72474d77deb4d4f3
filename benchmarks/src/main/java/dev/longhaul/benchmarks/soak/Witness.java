package dev.longhaul.benchmarks.soak;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.api.ActivityEnd;
import dev.longhaul.api.ActivityListener;
import dev.longhaul.api.ActivitySnapshot;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/**
 * What this process has seen of each attempt: that a handler got it, and that its outcome was
 * acknowledged. Its memory is there from the start. Thread-safe.
 */
final class Witness implements ActivityListener {
  /** Later attempts count as the last of these. */
  private static final int ATTEMPTS = 16;

  @GuardedBy("this")
  private final BitSet started;

  @GuardedBy("this")
  private final BitSet acknowledged;

  @GuardedBy("this")
  private final Map<ActivityEnd, Long> ends = new EnumMap<>(ActivityEnd.class);

  Witness(int activities) {
    started = new BitSet(activities * ATTEMPTS);
    acknowledged = new BitSet(activities * ATTEMPTS);
    for (ActivityEnd end : ActivityEnd.values()) {
      ends.put(end, 0L);
    }
  }

  synchronized void started(int activity, int attempt) {
    started.set(index(activity, attempt));
  }

  synchronized boolean hasStarted(int activity, int attempt) {
    return started.get(index(activity, attempt));
  }

  synchronized void acknowledged(int activity, int attempt) {
    acknowledged.set(index(activity, attempt));
  }

  synchronized boolean wasAcknowledged(int activity, int attempt) {
    return acknowledged.get(index(activity, attempt));
  }

  /** How many attempts ended in each way. */
  synchronized Map<ActivityEnd, Long> ends() {
    return Map.copyOf(ends);
  }

  @Override
  public synchronized void ended(ActivitySnapshot activity, ActivityEnd how) {
    ends.merge(how, 1L, Long::sum);
    if (how == ActivityEnd.REPORTED) {
      acknowledged(Integer.parseInt(activity.id().orElseThrow().activityId()), activity.attempt());
    }
  }

  private static int index(int activity, int attempt) {
    return activity * ATTEMPTS + Math.min(attempt, ATTEMPTS) - 1;
  }
}
