package dev.longhaul.api.external;

import dev.longhaul.api.ActivityFailure;

/** How activities fail whose job cannot be looked after. */
final class JobFailures {
  private JobFailures() {}

  static Throwable unknown(String job, int polls, Throwable last) {
    return ActivityFailure.ofType("JobStatusUnknown")
        .message(
            "nothing is known of job "
                + job
                + " since "
                + polls
                + " polls in a row had no answer; it may be at work, so another attempt goes on with"
                + " it. The cause is why the last one had none")
        .cause(last)
        .toException();
  }

  static ActivityFailure cancelled(String job) {
    return ActivityFailure.ofType("JobCancelled")
        .message(
            "job "
                + job
                + " was cancelled, but not by this activity; somebody did that in the service")
        .nonRetryable();
  }

  static Throwable vanished(String job, boolean wasSubmittedAgain) {
    ActivityFailure failure =
        ActivityFailure.ofType("JobVanished")
            .message(
                "the service does not know job "
                    + job
                    + (wasSubmittedAgain
                        ? ", which was submitted in place of one that it did not know either; another"
                            + " attempt submits it once more"
                        : " any more; if it does no harm when the work is done twice, let it be"
                            + " submitted again: PollOptions.submitAgain()"));
    return (wasSubmittedAgain ? failure : failure.nonRetryable()).toException();
  }
}
