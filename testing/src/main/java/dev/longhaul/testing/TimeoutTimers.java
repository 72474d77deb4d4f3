package dev.longhaul.testing;

import static dev.longhaul.proto.enums.v1.TimeoutType.TIMEOUT_TYPE_HEARTBEAT;
import static dev.longhaul.proto.enums.v1.TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE;

import dev.longhaul.proto.enums.v1.TimeoutType;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets attempts time out when the fake clock says so, if a test asked for it: from their start to
 * their end, and from one heartbeat to the next; not while they are paused.
 */
final class TimeoutTimers {
  private final FakeClock clock;
  private final Monitor monitor;
  private final BiConsumer<ActivityExecution, TimeoutType> onTimeout;
  private final boolean enabled;

  TimeoutTimers(
      FakeClock clock,
      Monitor monitor,
      BiConsumer<ActivityExecution, TimeoutType> onTimeout,
      boolean enabled) {
    this.clock = clock;
    this.monitor = monitor;
    this.onTimeout = onTimeout;
    this.enabled = enabled;
  }

  /** Waits for the next of the timeouts of the running attempt, and for no earlier one any more. */
  void watch(ActivityExecution activity) {
    forget(activity);
    Deadline next = next(activity);
    if (enabled && next != null) {
      Duration delay = Duration.between(clock.now(), next.at());
      activity.timeoutTimer =
          clock.schedule(
              () -> monitor.act(() -> check(activity, next)),
              delay.toNanos(),
              TimeUnit.NANOSECONDS);
    }
  }

  void forget(ActivityExecution activity) {
    if (activity.timeoutTimer != null) {
      activity.timeoutTimer.cancel(false);
      activity.timeoutTimer = null;
    }
  }

  // What came in between, a heartbeat or another attempt, made another deadline the next one.
  private void check(ActivityExecution activity, Deadline reached) {
    if (activity.started && !activity.paused && reached.equals(next(activity))) {
      onTimeout.accept(activity, reached.type());
    }
  }

  private record Deadline(Instant at, TimeoutType type) {}

  private static @Nullable Deadline next(ActivityExecution activity) {
    Instant start = activity.startedAt;
    if (start == null) {
      return null;
    }
    Instant lastSign = activity.lastHeartbeatAt == null ? start : activity.lastHeartbeatAt;
    return Stream.of(
            deadline(start, activity.timeouts.startToClose(), TIMEOUT_TYPE_START_TO_CLOSE),
            deadline(lastSign, activity.timeouts.heartbeat(), TIMEOUT_TYPE_HEARTBEAT))
        .flatMap(Optional::stream)
        .min(Comparator.comparing(Deadline::at))
        .orElse(null);
  }

  private static Optional<Deadline> deadline(Instant from, Duration timeout, TimeoutType type) {
    return timeout.isZero()
        ? Optional.empty()
        : Optional.of(new Deadline(from.plus(timeout), type));
  }
}
