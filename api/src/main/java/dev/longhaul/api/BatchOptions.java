package dev.longhaul.api;

import java.time.Duration;

/**
 * How a {@link BatchActivityProcessor} gathers activities. Immutable; each method returns a changed
 * copy.
 *
 * @param maxSize so many in a batch at most
 * @param maxWait how long the first one of a batch waits for others
 * @param parallelBatches so many batches at most at the same time
 * @param capacity so many may wait; more are refused
 */
public record BatchOptions(int maxSize, Duration maxWait, int parallelBatches, int capacity) {
  private static final BatchOptions DEFAULTS = new BatchOptions(10, Duration.ofSeconds(5), 1, 1000);

  /**
   * @throws IllegalArgumentException if a number is below 1, the wait is not positive, or fewer may
   *     wait than make a batch
   */
  public BatchOptions {
    requirePositive("maxSize", maxSize);
    requirePositive("parallelBatches", parallelBatches);
    if (maxWait.isNegative() || maxWait.isZero()) {
      throw new IllegalArgumentException(
          "maxWait is "
              + maxWait
              + ", but only a positive time can pass; for next to none, give Duration.ofMillis(1)");
    }
    if (capacity < maxSize) {
      throw new IllegalArgumentException(
          "capacity is "
              + capacity
              + ", less than the maxSize of "
              + maxSize
              + ", so that no batch would ever be full; give at least "
              + maxSize);
    }
  }

  /** Batches of 10, which wait for 5 s, one at a time; 1000 may wait. */
  public static BatchOptions defaults() {
    return DEFAULTS;
  }

  /** With so many in a batch at most. */
  public BatchOptions maxSize(int size) {
    return new BatchOptions(size, maxWait, parallelBatches, Math.max(capacity, size));
  }

  /** With so long a wait for others. */
  public BatchOptions maxWait(Duration wait) {
    return new BatchOptions(maxSize, wait, parallelBatches, capacity);
  }

  /** With so many batches at most at the same time. */
  public BatchOptions parallelBatches(int limit) {
    return new BatchOptions(maxSize, maxWait, limit, capacity);
  }

  /** With so many that may wait. */
  public BatchOptions capacity(int limit) {
    return new BatchOptions(maxSize, maxWait, parallelBatches, limit);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          name
              + " is "
              + value
              + ", but there is at least one item in a batch, and at least one batch at a time; give"
              + " 1 or more");
    }
  }
}
