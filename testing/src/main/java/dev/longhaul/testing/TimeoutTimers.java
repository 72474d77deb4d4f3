package dev.longhaul.testing;

import static dev.longhaul.proto.enums.v1.TimeoutType.TIMEOUT_TYPE_HEARTBEAT;
import static dev.longhaul.proto.enums.v1.TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE;
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
 * Lets activities time out when the fake clock says so, if a test asked for it: as a whole, from
 * the start of an attempt to its end, and from one heartbeat to the next. Not while they are
 * paused, but for the running attempt of a standalone one.
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

  /** Waits for the next of the timeouts, and for no earlier one any more. */
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
    if (activity.canTimeOut() && reached.equals(next(activity))) {
      onTimeout.accept(activity, reached.type());
    }
  }

  private record Deadline(Instant at, TimeoutType type) {}

  private static @Nullable Deadline next(ActivityExecution activity) {
    ActivityTimeouts timeouts = activity.timeouts;
    Instant start = activity.started ? activity.startedAt : null;
    Instant sign = activity.lastHeartbeatAt == null ? start : activity.lastHeartbeatAt;
    return Stream.of(
            deadline(
                activity.scheduledAt, timeouts.scheduleToClose(), TIMEOUT_TYPE_SCHEDULE_TO_CLOSE),
            deadline(start, timeouts.startToClose(), TIMEOUT_TYPE_START_TO_CLOSE),
            deadline(start == null ? null : sign, timeouts.heartbeat(), TIMEOUT_TYPE_HEARTBEAT))
        .flatMap(Optional::stream)
        .min(Comparator.comparing(Deadline::at))
        .orElse(null);
  }

  private static Optional<Deadline> deadline(
      @Nullable Instant from, Duration timeout, TimeoutType type) {
    return from == null || timeout.isZero()
        ? Optional.empty()
        : Optional.of(new Deadline(from.plus(timeout), type));
  }
}
