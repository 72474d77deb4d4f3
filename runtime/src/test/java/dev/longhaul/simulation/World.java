package dev.longhaul.simulation;

import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The time and the chance of one simulation: everything that happens in it follows from the seed.
 * Nothing runs at the same time as something else.
 */
final class World {
  static final long NEVER = Long.MAX_VALUE;

  private final FakeClock clock = new FakeClock();
  private final long originNanos = clock.nanoTime();
  private final SplittableRandom random;
  private long events;
  private long fingerprint;
  private int numbers;

  // What is written down, if this activity is concerned.
  private final @Nullable String traced;
  private final List<String> trace = new ArrayList<>();

  World(long seed, @Nullable String traced) {
    this.traced = traced;
    this.random = new SplittableRandom(seed);
  }

  /** How many things have happened. */
  long events() {
    return events;
  }

  /** Tells one course of events from another. */
  long fingerprint() {
    return fingerprint;
  }

  /** Another one each time. */
  int nextNumber() {
    return numbers++;
  }

  /** Something happened that another course of events would not have in the same place. */
  void note(int what) {
    fingerprint = (fingerprint * 31 + what) * 31 + Long.hashCode(now());
  }

  /** Writes down what happened to the activity, if this is asked for. */
  void trace(Execution activity, Supplier<String> what) {
    if (activity.id.activityId().equals(traced)) {
      trace.add(String.format("%9.3f s  %s", now() / 1e9, what.get()));
    }
  }

  List<String> trace() {
    return trace;
  }

  /** Nanoseconds since the beginning. */
  long now() {
    return clock.nanoTime() - originNanos;
  }

  long nanoTime() {
    return clock.nanoTime();
  }

  Instant wallClock() {
    return clock.now();
  }

  void advance(Duration time) {
    clock.advance(time);
  }

  Future<?> after(long nanos, Runnable task) {
    return clock.schedule(
        () -> {
          events++;
          task.run();
        },
        nanos,
        TimeUnit.NANOSECONDS);
  }

  Future<?> after(Duration time, Runnable task) {
    return after(time.toNanos(), task);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double fraction() {
    return random.nextDouble();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  long between(double leastSeconds, double mostSeconds) {
    return (long) (1e9 * (leastSeconds + (mostSeconds - leastSeconds) * random.nextDouble()));
  }

  /** As {@link #between}, in whole milliseconds. */
  Duration duration(double leastSeconds, double mostSeconds) {
    return Duration.ofMillis(between(leastSeconds, mostSeconds) / 1_000_000);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
