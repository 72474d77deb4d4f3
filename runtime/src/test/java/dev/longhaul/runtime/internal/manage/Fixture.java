package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.Priority;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A manager on a fake clock; activities beat every ten seconds and have ten seconds of grace. */
final class Fixture {
  static final Duration INTERVAL = Duration.ofSeconds(10);
  static final Duration GRACE = Duration.ofSeconds(10);

  /** Every random number; half the first interval, 0.95 of the next ones. */
  static final double RANDOM = 0.5;

  final FakeClock clock = new FakeClock();
  final FakeActivityServer server = new FakeActivityServer();
  final FakeWork work = new FakeWork();
  final ActivityManager manager =
      new ActivityManager(
          new Services(
              server,
              new FakeEncoder(),
              clock::nanoTime,
              clock::schedule,
              Runnable::run,
              () -> RANDOM),
          () -> Instant.EPOCH);

  Attempt start() {
    return manage(1, work);
  }

  Attempt manage(int attempt, FakeWork attemptWork) {
    return manager.manage(
        task(attempt),
        HeartbeatPlan.of(HeartbeatInterval.every(INTERVAL), Duration.ZERO),
        GRACE,
        attemptWork);
  }

  static FullActivityId id() {
    return FullActivityId.of("default", "workflow", "run", "activity");
  }

  static TaskToken token(int attempt) {
    return TaskToken.of(new byte[] {(byte) attempt});
  }

  static ActivityTask task(int attempt) {
    return new ActivityTask(
        token(attempt),
        id(),
        "Work",
        attempt,
        0,
        Instant.EPOCH,
        Duration.ofMinutes(10),
        null,
        Duration.ZERO,
        Map.of(),
        Priority.DEFAULT,
        null,
        Bytes.utf8("seed"));
  }

  void advance(double seconds) {
    clock.advance(Duration.ofMillis((long) (seconds * 1000)));
  }

  /** The next heartbeat tells of a cancellation. */
  void requestCancel() {
    server.acknowledgesBeats = false;
    advance(10);
    server.lastBeat().answer().complete(FakeActivityServer.cancelRequested());
    server.acknowledgesBeats = true;
  }
}
