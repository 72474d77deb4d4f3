package dev.longhaul.api.external;

import java.time.Duration;

/**
 * How a job is looked after. Immutable; each method returns a changed copy.
 *
 * @param interval how often the service is asked how far the job is
 * @param toleratedFailures after so many polls in a row without an answer one more fails the
 *     attempt, retryably; one that is not answered when the next is due counts too
 * @param submitsAgain whether a job that vanished is submitted again, rather than fails the
 *     activity
 */
public record PollOptions(Duration interval, int toleratedFailures, boolean submitsAgain) {
  private static final int FAILURES = 5;

  /**
   * @throws IllegalArgumentException if the interval is not positive, or the number is negative
   */
  public PollOptions {
    if (interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException(
          "the interval is "
              + interval
              + ", but a service can only be asked now and then;"
              + " give it a positive one, for example Duration.ofSeconds(5)");
    }
    if (toleratedFailures < 0) {
      throw new IllegalArgumentException(
          "toleratedFailures is " + toleratedFailures + "; for none, give 0");
    }
  }

  /**
   * Asks at this interval, tolerates five failures in a row, and fails the activity if the job
   * vanished.
   *
   * @throws IllegalArgumentException if the interval is not positive
   */
  public static PollOptions every(Duration interval) {
    return new PollOptions(interval, FAILURES, false);
  }

  /**
   * Tolerates so many failed polls in a row.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public PollOptions toleratedFailures(int number) {
    return new PollOptions(interval, number, submitsAgain);
  }

  /**
   * Submits a job again that vanished, once in each attempt, with an idempotency key of its own:
   * only if it does no harm when the work is done twice.
   */
  public PollOptions submitAgain() {
    return new PollOptions(interval, toleratedFailures, true);
  }
}
