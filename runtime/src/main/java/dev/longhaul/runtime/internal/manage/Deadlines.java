package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.StopRequest;
import dev.longhaul.runtime.internal.time.Nanos;
import java.time.Duration;

/**
 * When the server must have given the attempt up, by what is known here: its timeouts, and some
 * time for what clocks and networks do. Time in which the activity is paused does not count, and as
 * long as heartbeats are acknowledged the server evidently waits.
 *
 * <p>All times are nanoseconds since the receipt of the attempt. Every method is called within a
 * decision of the attempt's {@link Steps}.
 */
final class Deadlines {
  private static final long SLACK = Duration.ofSeconds(5).toNanos();

  /** How long to wait for the server's word on an attempt of which no deadline is known. */
  private static final long LONGEST_DOUBT = Duration.ofMinutes(1).toNanos();

  /** How long after the attempt's own deadline its outcome is still tried. */
  private static final long AFTER_DEADLINE = Duration.ofMinutes(1).toNanos();

  private final StateMachine attempt;

  // When the last heartbeat went out that was acknowledged; at first, and after a pause, when the
  // watch began.
  private long aliveAt;
  private long pausedAt = Nanos.NEVER;
  private long pausedFor;
  private long doubtedAt = Nanos.NEVER;

  Deadlines(StateMachine attempt) {
    this.attempt = attempt;
    this.aliveAt = attempt.age();
  }

  /** The server had the heartbeat that went out then. */
  void alive(long sentAt) {
    aliveAt = sentAt;
    doubtedAt = Nanos.NEVER;
  }

  /** The server does not know the attempt, and nobody could say why. */
  void doubted() {
    doubtedAt = Math.min(doubtedAt, attempt.age());
  }

  /** The server said whether the activity is paused. */
  void paused(boolean paused) {
    if (paused && !isPaused()) {
      pausedAt = attempt.age();
    } else if (!paused && isPaused()) {
      pausedFor += attempt.age() - pausedAt;
      pausedAt = Nanos.NEVER;
      aliveAt = attempt.age();
    }
  }

  boolean isPaused() {
    return pausedAt != Nanos.NEVER;
  }

  /** When the server stops waiting for a heartbeat; never if it does not wait for any. */
  long heartbeatExpected() {
    long timeout = attempt.heartbeatTimeoutNanos();
    return timeout == 0 || isPaused() ? Nanos.NEVER : Nanos.sum(aliveAt, timeout);
  }

  /** When the outcome is not worth another try. */
  long outcomeUseless() {
    return isPaused() ? Nanos.NEVER : end(AFTER_DEADLINE);
  }

  /** Whether the server may have given the attempt up by now; it does so without any slack. */
  boolean isTimeOverOnServer() {
    return !isPaused() && Math.min(end(0), heartbeatExpected()) <= attempt.age();
  }

  /** The server has given the attempt up, by its word, after {@link #isTimeOverOnServer}. */
  void passedOnServer() {
    attempt.deliver(StopRequest.of(StopRequest.Kind.TIMED_OUT, timeout(0)));
  }

  /** When {@link #passed} is to be called. */
  long dueAt() {
    StopSequence stop = attempt.stop();
    if (isPaused() || !attempt.isOpen() || (stop != null && stop.isTooLate())) {
      return Nanos.NEVER;
    }
    long passed = Math.min(silentAt(SLACK), Math.max(end(SLACK), putOffTo()));
    return passed == Nanos.NEVER ? Nanos.sum(doubtedAt, LONGEST_DOUBT) : passed;
  }

  /** The server must have given the attempt up. */
  void passed() {
    attempt.deliver(
        doubtedAt == Nanos.NEVER
            ? StopRequest.of(StopRequest.Kind.TIMED_OUT, timeout(SLACK))
            : StopRequest.of(
                StopRequest.Kind.GONE,
                "the server does not find the attempt, and did not say what became of it"));
  }

  private String timeout(long slack) {
    return silentAt(slack) <= attempt.age()
        ? "no heartbeat arrived within its heartbeat timeout of "
            + attempt.task().heartbeatTimeout()
        : "its time of " + attempt.task().timeLimit().orElseThrow() + " is over";
  }

  private long silentAt(long slack) {
    return beats() ? Nanos.sum(heartbeatExpected(), slack) : Nanos.NEVER;
  }

  // The server, if it can be reached, is asked by the next heartbeat.
  private long putOffTo() {
    return beats() ? Nanos.sum(aliveAt, attempt.policy().plan().intervalNanos() + SLACK) : 0;
  }

  // If it does not, somebody else may, and nobody here knows when.
  private boolean beats() {
    return !attempt.policy().plan().never();
  }

  private long end(long slack) {
    return attempt
        .task()
        .timeLimit()
        .map(limit -> Nanos.sum(Nanos.sum(Nanos.of(limit), slack), pausedFor))
        .orElse(Nanos.NEVER);
  }
}
