package dev.longhaul.benchmarks.measure;

import java.util.stream.DoubleStream;

/** The median of some measurements and how far they are apart. Immutable. */
public record Spread(double min, double median, double max) {

  /**
   * Of these measurements.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Spread of(DoubleStream measurements) {
    double[] sorted = measurements.sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no measurements have no median; measure first");
    }
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }
}
