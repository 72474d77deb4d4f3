package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.Priority;
import dev.longhaul.api.payload.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task as the tests want it: attempt 1 of any number, ten minutes of time, no heartbeat timeout.
 */
final class TaskBuilder {
  private int attempt = 1;
  private int maximumAttempts;
  private Instant received = Instant.EPOCH;
  private @Nullable ActivityReference reference;
  private @Nullable FullActivityId id = Fixture.id();
  private @Nullable Duration startToClose = Duration.ofMinutes(10);
  private @Nullable Duration heartbeatTimeout = Duration.ZERO;

  TaskBuilder attempt(int number) {
    attempt = number;
    return this;
  }

  TaskBuilder maximumAttempts(int number) {
    maximumAttempts = number;
    return this;
  }

  TaskBuilder received(Instant time) {
    received = time;
    return this;
  }

  TaskBuilder reference(ActivityReference given) {
    reference = given;
    return this;
  }

  TaskBuilder id(@Nullable FullActivityId given) {
    id = given;
    return this;
  }

  TaskBuilder startToClose(@Nullable Duration timeout) {
    startToClose = timeout;
    return this;
  }

  TaskBuilder heartbeatTimeout(@Nullable Duration timeout) {
    heartbeatTimeout = timeout;
    return this;
  }

  ActivityTask build() {
    return new ActivityTask(
        Objects.requireNonNullElse(reference, Fixture.token(attempt)),
        id,
        "Work",
        attempt,
        maximumAttempts,
        received,
        startToClose,
        null,
        heartbeatTimeout,
        Map.of(),
        Priority.DEFAULT,
        null,
        Bytes.utf8("seed"));
  }
}
