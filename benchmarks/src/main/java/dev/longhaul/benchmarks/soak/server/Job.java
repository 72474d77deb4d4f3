package dev.longhaul.benchmarks.soak.server;

/**
 * What an activity gets. Immutable.
 *
 * @param number of the activity, its value too
 * @param millis how long its work takes
 */
public record Job(int number, Form form, Ending ending, long millis) {
  /** The type of failure of a first attempt. */
  public static final String FLAKY = "Flaky";

  /** The type of failure for good. */
  public static final String REFUSED = "Refused";
}
