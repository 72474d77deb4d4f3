package dev.longhaul.samples.quickstart.report;

import dev.longhaul.samples.quickstart.story.ActivityRecord;
import dev.longhaul.samples.quickstart.story.AttemptRecord;
import dev.longhaul.samples.quickstart.story.Resumption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is worth a sentence about an activity that took more than one attempt.
 *
 * @param bad whether something went wrong
 */
record Remark(String text, boolean bad) {

  static List<Remark> of(ActivityRecord activity) {
    Stream<Remark> failures =
        activity.attempts().stream()
            .filter(attempt -> attempt.failure() != null)
            .map(Remark::failure);
    return Stream.concat(failures, activity.resumptions().stream().map(Remark::resumption))
        .toList();
  }

  private static Remark failure(AttemptRecord attempt) {
    return new Remark(
        "Attempt %d failed: %s.".formatted(attempt.number(), attempt.failure()), true);
  }

  private static Remark resumption(Resumption resumption) {
    return new Remark(
        "Attempt %d went on with job %s of heartbeat %d (%s) instead of starting over."
            .formatted(
                resumption.to().attempt(),
                resumption.job(),
                resumption.from().number(),
                resumption.from().progress().text()),
        false);
  }
}
