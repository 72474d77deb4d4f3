package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityHealth;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Adds up how attempts do. Not thread-safe. */
final class HealthCount {
  private static final long NONE = -1;

  private final Map<String, Oldest> oldest = new HashMap<>();
  private int open;
  private int unwatched;
  private long lateness;
  private long oldestOutcome = NONE;

  /** Of all of one type, so far. */
  private static final class Oldest {
    private ActivityTask task;
    private long age;

    Oldest(ActivityTask task) {
      this.task = task;
    }

    void add(ActivityTask other, long itsAge) {
      if (itsAge > age) {
        task = other;
        age = itsAge;
      }
    }

    ActivityHealth.Oldest told() {
      return new ActivityHealth.Oldest(task.digest(), Duration.ofNanos(age));
    }
  }

  /** Within a decision of the attempt, or while none changes it. */
  void add(StateMachine attempt) {
    lateness = Math.max(lateness, attempt.heartbeats().lateness());
    OutcomeReport report = attempt.report();
    if (attempt.isOpen()) {
      ActivityTask task = attempt.task();
      open++;
      unwatched += attempt.isWatched() ? 0 : 1;
      oldest
          .computeIfAbsent(task.activityType(), type -> new Oldest(task))
          .add(task, attempt.age());
    } else if (attempt.isReporting() && report != null) {
      oldestOutcome = Math.max(oldestOutcome, attempt.age() - report.decidedAt());
    }
  }

  ActivityHealth health() {
    Map<String, ActivityHealth.Oldest> told = new HashMap<>();
    oldest.forEach((type, one) -> told.put(type, one.told()));
    return new ActivityHealth(
        open,
        unwatched,
        Duration.ofNanos(lateness),
        oldestOutcome == NONE ? Optional.empty() : Optional.of(Duration.ofNanos(oldestOutcome)),
        told);
  }
}
