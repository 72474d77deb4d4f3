package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.time.Nanos;
import java.time.Instant;
import java.util.Optional;

/** What is known of an attempt, as the outside sees it. */
final class Snapshots {
  private Snapshots() {}

  /** Within a decision. */
  static ActivitySnapshot of(StateMachine attempt) {
    Instant now = attempt.shared().wallClock().instant();
    Instant received = now.minusNanos(attempt.age());
    ActivityTask task = attempt.task();
    Heartbeats heartbeats = attempt.heartbeats();
    Bytes details = heartbeats.last().details();
    return new ActivitySnapshot(
        now,
        task.digest(),
        task.activityType(),
        Optional.ofNullable(task.id()),
        task.attempt(),
        attempt.state(),
        attempt.deadlines().isPaused(),
        received,
        time(received, heartbeats.sentAt()),
        time(received, heartbeats.acknowledgedAt()),
        time(received, heartbeats.dueAt()),
        details == null
            ? Optional.empty()
            : Optional.of(
                new ActivitySnapshot.Details(
                    details.size(), received.plusNanos(heartbeats.last().recordedAt()))),
        Optional.ofNullable(attempt.stopRequest()));
  }

  private static Optional<Instant> time(Instant received, long age) {
    return age == Nanos.NEVER ? Optional.empty() : Optional.of(received.plusNanos(age));
  }
}
