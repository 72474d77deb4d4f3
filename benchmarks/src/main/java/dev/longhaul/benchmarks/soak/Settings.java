package dev.longhaul.benchmarks.soak;

import java.time.Duration;

/**
 * What a soak is to be. Immutable.
 *
 * @param time how long work comes in
 * @param round after which heap and threads are measured
 * @param calm the least time between two faults, in which the worker is to recover
 * @param rate activities per second
 * @param longest how long the work of an activity takes at the most
 * @param settling how long idle threads are waited for, at the most, before memory is measured
 * @param keptBytes what handlers keep of each attempt for no reason
 */
record Settings(
    long seed,
    Duration time,
    Duration round,
    Duration calm,
    double rate,
    Duration longest,
    Duration settling,
    int keptBytes) {

  /** A quarter of the time, or a round. */
  Duration warmUp() {
    Duration quarter = time.dividedBy(4);
    return quarter.compareTo(round) < 0 ? quarter : round;
  }

  /** The rounds after the warm-up, of equal length. */
  int rounds() {
    long rest = time.minus(warmUp()).toMillis();
    return (int) Math.max(1, Math.ceil((double) rest / round.toMillis()));
  }

  /** How long each of them is. */
  Duration roundLength() {
    return time.minus(warmUp()).dividedBy(rounds());
  }

  /** How many activities there will be at the most. */
  int activities() {
    return (int) Math.ceil(rate * (time.toMillis() / 1e3 + rounds() + 1)) + 1;
  }
}
