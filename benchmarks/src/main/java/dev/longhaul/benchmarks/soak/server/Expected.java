package dev.longhaul.benchmarks.soak.server;

import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.testing.ActivityOutcome;
import java.util.Optional;

/** The outcome that an attempt is to have, if it has one. Immutable. */
record Expected(Job job, int attempt) {

  static Expected of(Job job, int attempt) {
    return new Expected(job, attempt);
  }

  /** What is wrong about this one, without commas and semicolons. */
  Optional<String> objection(ActivityOutcome how) {
    boolean right =
        switch (job.ending()) {
          case VALUE -> isValue(how);
          case FLAKY -> attempt == 1 ? isFailure(how, Job.FLAKY, false) : isValue(how);
          case REFUSED -> isFailure(how, Job.REFUSED, true);
          case CANCELLED -> how instanceof ActivityOutcome.Cancelled;
        };
    return right ? Optional.empty() : Optional.of(job.ending() + " wanted but " + told(how));
  }

  private boolean isValue(ActivityOutcome how) {
    return how instanceof ActivityOutcome.Completed completed
        && completed.result() != null
        && completed.result().getPayloadsCount() == 1
        && completed
            .result()
            .getPayloads(0)
            .getData()
            .toStringUtf8()
            .equals(Integer.toString(job.number()));
  }

  private static boolean isFailure(ActivityOutcome how, String type, boolean forGood) {
    if (!(how instanceof ActivityOutcome.Failed failed)) {
      return false;
    }
    ApplicationFailureInfo info = failed.failure().getApplicationFailureInfo();
    return info.getType().equals(type) && info.getNonRetryable() == forGood;
  }

  private static String told(ActivityOutcome how) {
    String kind = how.getClass().getSimpleName();
    return how instanceof ActivityOutcome.Failed failed
        ? kind + " as " + failed.failure().getApplicationFailureInfo().getType()
        : kind;
  }
}
