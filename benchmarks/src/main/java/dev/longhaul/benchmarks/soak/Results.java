package dev.longhaul.benchmarks.soak;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.benchmarks.soak.server.Ending;
import dev.longhaul.benchmarks.soak.server.Job;
import java.util.Optional;

/** What the work of an attempt comes to when nobody cancels it. */
final class Results {
  private Results() {}

  /** The failure of this attempt; empty if it has a value. */
  static Optional<ActivityFailure> failure(Job job, int attempt) {
    if (job.ending() == Ending.REFUSED) {
      return Optional.of(
          ActivityFailure.ofType(Job.REFUSED).message("refused, as planned").nonRetryable());
    }
    return job.ending() == Ending.FLAKY && attempt == 1
        ? Optional.of(ActivityFailure.ofType(Job.FLAKY).message("to be tried again, as planned"))
        : Optional.empty();
  }

  /** The value of this attempt, or its failure. */
  static int of(Job job, int attempt) {
    Optional<ActivityFailure> failure = failure(job, attempt);
    if (failure.isPresent()) {
      throw failure.get().toException();
    }
    return job.number();
  }
}
