package dev.longhaul.runtime.internal.manage;

import dev.longhaul.runtime.internal.time.Nanos;
import java.time.Duration;

/** How long one try of a heartbeat may take. */
final class HeartbeatTries {
  /** Below this, more tries would be lost than saved. */
  private static final Duration SHORTEST = Duration.ofMillis(200);

  private static final int TRIES_IN_TIME = 3;

  private HeartbeatTries() {}

  /**
   * The first try leaves time for others before the server gives the attempt up. If that was not
   * enough, the network loses answers or the server is slow: against the one helps another try,
   * against the other only patience, so all further ones get more.
   */
  static Duration limit(StateMachine attempt, int failures) {
    long timeout = attempt.heartbeatTimeoutNanos();
    if (timeout == 0) {
      return ActivityServer.LONGEST_TRY;
    }
    long expected = attempt.deadlines().heartbeatExpected();
    long left = expected == Nanos.NEVER ? timeout : expected - attempt.age();
    Duration limit = Duration.ofNanos(failures == 0 ? left / TRIES_IN_TIME : timeout);
    return shorter(ActivityServer.LONGEST_TRY, limit.compareTo(SHORTEST) < 0 ? SHORTEST : limit);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
