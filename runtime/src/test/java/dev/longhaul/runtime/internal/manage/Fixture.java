package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.TaskToken;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** A manager on a fake clock; activities beat every ten seconds and have ten seconds of grace. */
final class Fixture {
  static final Duration INTERVAL = Duration.ofSeconds(10);
  static final Duration GRACE = Duration.ofSeconds(10);

  /** Every ten seconds; goes on when it is paused, stays open when the process ends. */
  static final AttemptPolicy POLICY =
      new AttemptPolicy(
          HeartbeatPlan.of(HeartbeatInterval.every(INTERVAL), Duration.ZERO), GRACE, false, false);

  /** Every random number; half the first interval, 0.95 of the next ones. */
  static final double RANDOM = 0.5;

  final FakeClock clock = new FakeClock();
  final FakeActivityServer server = new FakeActivityServer();
  final FakeWork work = new FakeWork();
  final ActivityManager manager;

  Fixture() {
    this(Runnable::run);
  }

  Fixture(Executor callbacks) {
    manager =
        new ActivityManager(
            new Services(
                server,
                new FakeEncoder(),
                clock::nanoTime,
                clock::schedule,
                callbacks,
                () -> RANDOM),
            () -> Instant.EPOCH);
  }

  Attempt start() {
    return manage(1, work);
  }

  /** An attempt that the server watches by its heartbeats, every ten seconds. */
  Attempt startWatched(Duration heartbeatTimeout) {
    return manage(task().heartbeatTimeout(heartbeatTimeout), POLICY);
  }

  Attempt manage(TaskBuilder task, AttemptPolicy policy) {
    return manager.manage(task.build(), policy, work);
  }

  static TaskBuilder task() {
    return new TaskBuilder();
  }

  Attempt manage(int attempt, FakeWork attemptWork) {
    return manager.manage(task(attempt), POLICY, attemptWork);
  }

  static FullActivityId id() {
    return FullActivityId.of("default", "workflow", "run", "activity");
  }

  static TaskToken token(int attempt) {
    return TaskToken.of(new byte[] {(byte) attempt});
  }

  static ActivityTask task(int attempt) {
    return task().attempt(attempt).build();
  }

  /** Another policy than the usual one. */
  static AttemptPolicy policy(boolean stopsOnPause, boolean failsOnShutdown) {
    return new AttemptPolicy(POLICY.plan(), GRACE, stopsOnPause, failsOnShutdown);
  }

  void advance(double seconds) {
    clock.advance(Duration.ofMillis((long) (seconds * 1000)));
  }

  /** The next heartbeat tells of a cancellation. */
  void requestCancel() {
    nextBeatIsAnswered(FakeActivityServer.cancelRequested());
  }

  /** The next heartbeat gets this answer. */
  void nextBeatIsAnswered(Answer answer) {
    server.acknowledgesBeats = false;
    advance(10);
    server.lastBeat().answer().complete(answer);
    server.acknowledgesBeats = true;
  }
}
