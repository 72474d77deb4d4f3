package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.options.RetryOptions;
import dev.longhaul.runtime.internal.manage.Limit;
import dev.longhaul.runtime.internal.time.Backoff;
import dev.longhaul.runtime.internal.time.Ticker;
import dev.longhaul.runtime.internal.time.Timer;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** What the direct calls of a client share: the server, time, and how to try again. Thread-safe. */
final class Retries {
  private final Tries tries;
  private final Pauses pauses;
  private final Ticker ticker;
  private final Timer timer;
  private final DoubleSupplier random;
  private final Runnable onLimit;
  private final RetryOptions options;
  private final Backoff ordinary;
  private final Backoff busy;

  /**
   * @param onLimit told when a call met a limit that is everybody's
   */
  Retries(
      Tries tries,
      Pauses pauses,
      Ticker ticker,
      Timer timer,
      DoubleSupplier random,
      Runnable onLimit,
      RetryOptions options) {
    this.tries = tries;
    this.pauses = pauses;
    this.ticker = ticker;
    this.timer = timer;
    this.random = random;
    this.onLimit = onLimit;
    this.options = options;
    this.ordinary = backoff(options.initialInterval());
    this.busy = backoff(options.busyInterval());
  }

  private Backoff backoff(Duration initial) {
    return new Backoff(initial, options.factor(), options.maximumInterval(), options.jitter());
  }

  /** The same with another time for a call with all its tries. */
  Retries within(Duration totalTimeout) {
    return new Retries(
        tries,
        pauses,
        ticker,
        timer,
        random,
        onLimit,
        options.toBuilder().totalTimeout(totalTimeout).build());
  }

  Tries tries() {
    return tries;
  }

  boolean isClosed() {
    return pauses.isClosed();
  }

  /** Runs exactly one of the two, once: {@code next} after the wait, or the other when closed. */
  void pause(long nanos, Runnable next, Runnable whenClosed) {
    pauses.pause(timer, nanos, next, whenClosed);
  }

  long nanoTime() {
    return ticker.nanoTime();
  }

  /** A call has failed so: others may have to slow down for it. */
  void failed(RpcFailure failure) {
    if (failure.limit() == Limit.ALL) {
      onLimit.run();
    }
  }

  /** How long to wait after so many failures in a row, the last of which had this verdict. */
  long waitNanos(int failures, Verdict last) {
    return (last == Verdict.BUSY ? busy : ordinary).nanosAfter(failures, random);
  }

  /** Whether a call that began then may still try after such a wait. */
  boolean isTimeLeftAfter(long waitNanos, long startNanos) {
    return leftNanos(startNanos) > waitNanos;
  }

  /** The time for the next try of a call that began then; positive. */
  Duration timeForTry(long startNanos) {
    return Duration.ofNanos(
        Math.max(1, Math.min(options.callTimeout().toNanos(), leftNanos(startNanos))));
  }

  private long leftNanos(long startNanos) {
    return options.totalTimeout().toNanos() - (nanoTime() - startNanos);
  }
}
