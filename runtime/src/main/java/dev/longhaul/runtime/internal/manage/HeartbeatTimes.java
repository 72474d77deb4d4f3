package dev.longhaul.runtime.internal.manage;

import dev.longhaul.runtime.internal.time.Backoff;
import dev.longhaul.runtime.internal.time.Nanos;
import java.util.function.DoubleSupplier;

/**
 * When the next heartbeat of one attempt is due; {@link Heartbeats} adds what becomes of it, as one
 * object: there are a hundred thousand. All times are nanoseconds since the receipt of the attempt.
 * Every method is called within a decision of the attempt's {@link Steps}.
 */
abstract class HeartbeatTimes {
  final StateMachine attempt;
  private boolean stopped;
  private int failures;
  private long dueAt = Nanos.NEVER;

  private long wantedAt;

  HeartbeatTimes(StateMachine attempt) {
    this.attempt = attempt;
  }

  /** Begins the schedule; what has passed since the receipt counts. */
  final void start() {
    if (!plan().never()) {
      dueAt = Math.max(attempt.age(), plan().firstDelay(random()));
    }
  }

  /** No heartbeat from now on; an answer that is still to come is ignored. */
  final void stop() {
    stopped = true;
    dueAt = Nanos.NEVER;
  }

  final boolean isStopped() {
    return stopped;
  }

  /** When {@link Heartbeats#due} is to be called; never while one is on its way. */
  final long dueAt() {
    return dueAt;
  }

  /** The one that is due is wanted since then. */
  final void wantDue() {
    wantedAt = dueAt;
    dueAt = Nanos.NEVER;
  }

  /** One is wanted, though none may be due. */
  final void wantNow() {
    wantedAt = attempt.age();
  }

  /** Since when the one is wanted that is on its way. */
  final long wantedAt() {
    return wantedAt;
  }

  /** One is on its way. */
  final void sending() {
    dueAt = Nanos.NEVER;
  }

  /** The next one is due at once, if there are any. */
  final void dueNow() {
    if (!plan().never() && !stopped) {
      dueAt = attempt.age();
    }
  }

  /** Looks again after so long what has become of the one that is on its way. */
  final void lookAfter(long nanos) {
    dueAt = Nanos.sum(attempt.age(), nanos);
  }

  /** How many tries have failed in a row. */
  final int failures() {
    return failures;
  }

  /** The last try did not fail, or another one makes no sense. */
  final void forgetFailures() {
    failures = 0;
  }

  /** Another try, after so long at least. */
  final void retry(long leastNanos) {
    failures++;
    long wait = Math.max(leastNanos, Backoff.CALLS.nanosAfter(failures, random()));
    long longest = plan().never() ? wait : Math.max(leastNanos, plan().intervalNanos());
    dueAt = Nanos.sum(attempt.age(), Math.min(wait, longest));
  }

  final void scheduleNext() {
    scheduleAfter(attempt.age());
  }

  /** Measured from the sending, so that a slow answer does not stretch the interval. */
  final void scheduleAfter(long since) {
    if (!plan().never() && !stopped) {
      dueAt = Math.max(attempt.age(), Nanos.sum(since, plan().nextDelay(random())));
    }
  }

  /** When it is too late for the one that is on its way. */
  // What nobody watches for may wait for its interval.
  final long urgency() {
    long expected = attempt.deadlines().heartbeatExpected();
    return expected == Nanos.NEVER ? Nanos.sum(wantedAt, plan().intervalNanos()) : expected;
  }

  final HeartbeatPlan plan() {
    return attempt.policy().plan();
  }

  private DoubleSupplier random() {
    return attempt.services().random();
  }
}
