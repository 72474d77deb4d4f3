package dev.longhaul.runtime.internal.time;

/** Monotonic time. */
@FunctionalInterface
public interface Ticker {

  /** Nanoseconds since an arbitrary moment, as {@link System#nanoTime}. */
  long nanoTime();
}
