package dev.longhaul.samples.quickstart.screen;

import dev.longhaul.samples.common.Text;
import dev.longhaul.samples.quickstart.story.ActivityRecord;
import dev.longhaul.samples.quickstart.story.AttemptRecord;
import dev.longhaul.samples.quickstart.story.Change;
import dev.longhaul.samples.quickstart.story.HeartbeatRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What has changed about an activity, in words.
 *
 * @param at when, by the server's clock
 */
record Sentence(Instant at, String activityType, String predicate) {

  static Sentence of(ActivityRecord activity, Change change) {
    return switch (change) {
      case ATTEMPT_STARTED -> {
        AttemptRecord attempt = activity.lastAttempt().orElseThrow();
        yield of(attempt.started(), activity, started(attempt));
      }
      case HEARTBEAT -> {
        HeartbeatRecord heartbeat = activity.lastHeartbeat().orElseThrow();
        yield of(heartbeat.at(), activity, heartbeat(activity, heartbeat));
      }
      case ATTEMPT_FAILED -> {
        AttemptRecord attempt = activity.lastAttempt().orElseThrow();
        yield of(
            Objects.requireNonNull(attempt.ended()),
            activity,
            "attempt %d failed: %s".formatted(attempt.number(), attempt.failure()));
      }
      case CANCELLATION_REQUESTED -> of(Instant.now(), activity, "is asked to cancel");
      case CLOSED -> {
        Instant closed = Objects.requireNonNull(activity.closed());
        yield of(closed, activity, closed(activity, closed));
      }
    };
  }

  /** With the time since then. */
  String asLine(Instant start) {
    String time = Text.seconds(Duration.between(start, at));
    return "  %6s   %-14s  %s".formatted(time, activityType, predicate);
  }

  /** Without the time. */
  String asRemark() {
    return "  %s: %s".formatted(activityType, predicate);
  }

  private static Sentence of(Instant at, ActivityRecord activity, String predicate) {
    return new Sentence(at, activity.type(), predicate);
  }

  private static String started(AttemptRecord attempt) {
    return attempt.number() == 1 ? "started" : "attempt %d started".formatted(attempt.number());
  }

  private static String heartbeat(ActivityRecord activity, HeartbeatRecord heartbeat) {
    String text = "heartbeat %d: %s".formatted(heartbeat.number(), heartbeat.progress().text());
    return activity
        .lastResumption()
        .map(
            resumed ->
                "%s; attempt %d resumes job %s of heartbeat %d"
                    .formatted(text, heartbeat.attempt(), resumed.job(), resumed.from().number()))
        .orElse(text);
  }

  private static String closed(ActivityRecord activity, Instant closed) {
    String end =
        "%s after %s"
            .formatted(
                activity.state(), Text.seconds(Duration.between(activity.scheduled(), closed)));
    return activity
        .lastAttempt()
        .map(AttemptRecord::failure)
        .map(why -> end + ": " + why)
        .orElse(end);
  }
}
