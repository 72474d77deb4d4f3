package dev.longhaul.benchmarks.measure;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What a load tells of its calls. Thread-safe. */
public final class Recorder {
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final int DIGITS = 2;

  private final LongAdder answered = new LongAdder();
  private final AtomicReference<@Nullable Throwable> firstFailure = new AtomicReference<>();
  private volatile Histogram latencies = empty();

  /** A call that started at this {@link System#nanoTime} was answered, well or with a failure. */
  void answered(long startNanos, @Nullable Throwable failure) {
    long nanos = System.nanoTime() - startNanos;
    answered.increment();
    if (failure == null) {
      latencies.recordValue(Math.min(nanos, LONGEST_NANOS));
    } else {
      firstFailure.compareAndSet(null, failure);
    }
  }

  /** The times of the calls since the last restart. */
  Histogram restart() {
    Histogram recorded = latencies;
    latencies = empty();
    return recorded;
  }

  /** All answers, those before the last restart included. */
  long answered() {
    return answered.sum();
  }

  /**
   * @throws IllegalStateException if any call was answered with a failure
   */
  void throwFailure() {
    Throwable failure = firstFailure.get();
    if (failure != null) {
      throw new IllegalStateException("a call failed, so nothing was measured", failure);
    }
  }

  private static Histogram empty() {
    return new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
  }
}
