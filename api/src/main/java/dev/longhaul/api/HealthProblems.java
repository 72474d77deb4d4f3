package dev.longhaul.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds what is known of a runtime to its thresholds. */
final class HealthProblems {
  private final Health health;
  private final HealthThresholds thresholds;
  private final List<String> found = new ArrayList<>();

  private HealthProblems(Health health) {
    this.health = health;
    this.thresholds = health.thresholds();
  }

  /** What only a new process can mend. */
  static List<String> deadly(Health health) {
    HealthProblems problems = new HealthProblems(health);
    problems.ended();
    if (problems.serverAnswers()) {
      problems.late(health.thresholds().stuck());
      problems.quiet();
    }
    return problems.found;
  }

  /** All. */
  static List<String> of(Health health) {
    HealthProblems problems = new HealthProblems(health);
    problems.notRunning();
    problems.outage();
    problems.quiet();
    problems.late(health.thresholds().heartbeatLateness());
    problems.unacknowledged();
    problems.old();
    return problems.found;
  }

  private boolean isRunning() {
    return health.state() == Health.State.RUNNING;
  }

  // While it is away heartbeats and outcomes cannot but be late.
  private boolean serverAnswers() {
    return health.disconnectedFor().isEmpty()
        && health.polls().stream().allMatch(polls -> polls.failingFor().isEmpty());
  }

  private void ended() {
    if (health.state() == Health.State.CLOSED) {
      notRunning();
    }
  }

  private void notRunning() {
    if (!isRunning()) {
      found.add("the runtime is " + health.state());
    }
  }

  private void outage() {
    if (exceeds(health.disconnectedFor(), thresholds.outage())) {
      found.add("no connection to the server for " + text(health.disconnectedFor().get()));
    }
    if (isRunning()) {
      health.polls().forEach(this::failing);
    }
  }

  private void failing(PollHealth polls) {
    if (exceeds(polls.failingFor(), thresholds.outage())) {
      found.add(
          "polls of task queue "
              + polls.taskQueue()
              + " have failed for "
              + text(polls.failingFor().get())
              + ": "
              + polls.failure().orElse("unknown"));
    }
  }

  // A poll is answered within seventy seconds, or fails.
  private void quiet() {
    for (PollHealth polls : isRunning() ? health.polls() : List.<PollHealth>of()) {
      if (!polls.atLimit() && polls.quietFor().compareTo(thresholds.stuck()) > 0) {
        found.add(
            "nothing has been heard of the polls of task queue "
                + polls.taskQueue()
                + " for "
                + text(polls.quietFor()));
      }
    }
  }

  private void late(Duration threshold) {
    Duration lateness = health.activities().heartbeatLateness();
    if (lateness.compareTo(threshold) > 0) {
      found.add("a heartbeat is " + text(lateness) + " late");
    }
  }

  private void unacknowledged() {
    Optional<Duration> oldest = health.activities().oldestOutcome();
    if (exceeds(oldest, thresholds.unacknowledged())) {
      found.add("an outcome is not acknowledged for " + text(oldest.get()));
    }
  }

  private void old() {
    new TreeMap<>(health.activities().oldest())
        .forEach((type, oldest) -> old(type, oldest, thresholds.oldest().get(type)));
  }

  private void old(String type, ActivityHealth.Oldest oldest, @Nullable Duration threshold) {
    if (threshold != null && oldest.age().compareTo(threshold) > 0) {
      found.add(
          "activity " + oldest.digest() + " (" + type + ") is open for " + text(oldest.age()));
    }
  }

  private static boolean exceeds(Optional<Duration> duration, Duration threshold) {
    return duration.filter(value -> value.compareTo(threshold) > 0).isPresent();
  }

  private static String text(Duration duration) {
    return duration.toSeconds() + " s";
  }
}
