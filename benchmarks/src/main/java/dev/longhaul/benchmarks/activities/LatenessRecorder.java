package dev.longhaul.benchmarks.activities;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.api.ActivityListener;
import dev.longhaul.api.ActivitySnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/** Records how late each heartbeat goes out, from its creation or last restart on. Thread-safe. */
final class LatenessRecorder implements ActivityListener {
  private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);
  private static final int DIGITS = 2;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier nanoTime;

  @GuardedBy("this")
  private long startNanos;

  @GuardedBy("this")
  private final Histogram all = new Histogram(LONGEST_NANOS, DIGITS);

  @GuardedBy("this")
  private final Histogram second = new Histogram(LONGEST_NANOS, DIGITS);

  @GuardedBy("this")
  private final List<Quantiles> seconds = new ArrayList<>();

  @GuardedBy("this")
  private long failed;

  LatenessRecorder(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.startNanos = nanoTime.getAsLong();
  }

  @Override
  public synchronized void heartbeatSent(ActivitySnapshot activity, Duration lateness) {
    record(lateness.toNanos());
  }

  @Override
  public synchronized void heartbeatFailed(ActivitySnapshot activity, Throwable why) {
    failed++;
  }

  synchronized void record(long nanos) {
    endSeconds();
    long recorded = Math.min(nanos, LONGEST_NANOS);
    all.recordValue(recorded);
    second.recordValue(recorded);
  }

  /** Forgets what was recorded so far. */
  synchronized void restart() {
    startNanos = nanoTime.getAsLong();
    all.reset();
    second.reset();
    seconds.clear();
    failed = 0;
  }

  /** What was recorded so far; a second that has only begun is left out of the seconds. */
  synchronized Lateness recorded() {
    endSeconds();
    return new Lateness(Quantiles.of(all), List.copyOf(seconds), failed);
  }

  @GuardedBy("this")
  private void endSeconds() {
    long ended = (nanoTime.getAsLong() - startNanos) / SECOND;
    while (seconds.size() < ended) {
      seconds.add(Quantiles.of(second));
      second.reset();
    }
  }
}
