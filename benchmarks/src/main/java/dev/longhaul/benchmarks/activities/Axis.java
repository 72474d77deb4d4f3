package dev.longhaul.benchmarks.activities;

/**
 * Where values stand in a picture, along one direction. Immutable.
 *
 * @param least the value at {@code from}
 * @param most the value at {@code to}
 * @param from a coordinate
 * @param to a coordinate
 */
record Axis(double least, double most, double from, double to) {

  /** The coordinate of a value; of one that is outside, that of the nearest inside. */
  double at(double value) {
    double inside = Math.max(least, Math.min(most, value));
    return from + (to - from) * (inside - least) / (most - least);
  }
}
