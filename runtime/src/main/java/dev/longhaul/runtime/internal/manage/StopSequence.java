package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityStoppedException;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How an attempt is stopped: listeners are told, the cancel hook runs, then the thread is
 * interrupted; the stage is cancelled when the grace period is over, or at once if there is no
 * hook; and the attempt ends by its highest request. Every method is called within a decision of
 * the attempt's {@link Steps}.
 */
final class StopSequence {
  private static final Logger LOG = LoggerFactory.getLogger(StopSequence.class);

  private enum CancelHook {
    ABSENT,
    RUNNING,
    RETURNED
  }

  private final Attempt attempt;
  private final long graceNanos;

  // Also read without the lock, by handlers: to them any recent value is right.
  private volatile @Nullable StopRequest highest;
  private List<StopRequest> delivered = List.of();
  private CancelHook cancelHook = CancelHook.ABSENT;
  private @Nullable Bytes cancelDetails;
  private @Nullable Bytes workDetails;
  private boolean endedWhileHookRan;
  private @Nullable Future<?> graceTimer;

  StopSequence(Attempt attempt, long graceNanos) {
    this.attempt = attempt;
    this.graceNanos = graceNanos;
  }

  @Nullable StopRequest highest() {
    return highest;
  }

  boolean isCancelled() {
    return highest != null && highest.kind() == StopRequest.Kind.CANCELLED;
  }

  /** Whether the server no longer waits for the attempt, so that nothing keeps it alive. */
  boolean isTooLate() {
    return highest != null && highest.kind().compareTo(StopRequest.Kind.TIMED_OUT) >= 0;
  }

  /** The work knows of the request already: nobody is told. */
  void note(StopRequest request) {
    highest = request;
  }

  /** Delivers a request that ranks above those before it; the first one starts the sequence. */
  void deliver(StopRequest request) {
    if (!attempt.isOpen() || !request.outranks(highest)) {
      return;
    }
    highest = request;
    delivered = new ArrayList<>(delivered);
    delivered.add(request);
    AttemptWork work = attempt.work();
    attempt.steps().effect(() -> LOG.debug("{} is asked to stop: {}", attempt.task(), request));
    attempt.steps().effect(() -> work.stopRequested(request));
    if (isTooLate()) {
      attempt.heartbeats().stop();
      attempt.heartbeats().failFlushes(request.toException());
    }
    if (attempt.isRunning()) {
      attempt.stopping();
      graceTimer =
          attempt.services().schedule(() -> attempt.steps().decide(this::graceOver), graceNanos);
      askWorkToEnd(work, request);
    }
  }

  private void askWorkToEnd(AttemptWork work, StopRequest request) {
    if (work.hasCancelHook()) {
      cancelHook = CancelHook.RUNNING;
      attempt
          .steps()
          .effect(
              () ->
                  work.cancel(request)
                      .thenAccept(
                          details -> attempt.steps().decide(() -> cancelHookReturned(details))));
    } else {
      attempt.steps().effect(work::interrupt);
      attempt.steps().effect(work::cancelStage);
    }
  }

  private void cancelHookReturned(@Nullable Bytes details) {
    cancelHook = CancelHook.RETURNED;
    cancelDetails = details;
    if (attempt.isStopping()) {
      attempt.steps().effect(attempt.work()::interrupt);
      if (endedWhileHookRan) {
        endByHighest();
      }
    }
  }

  private void graceOver() {
    if (attempt.isStopping()) {
      attempt.steps().effect(attempt.work()::interrupt);
      attempt.steps().effect(attempt.work()::cancelStage);
      endByHighest();
    }
  }

  /** The work ended exceptionally; answers false if that is an ordinary failure. */
  boolean takes(Throwable thrown, @Nullable Bytes details) {
    if (highest == null) {
      return false;
    }
    // Most likely the hook is the reason: it aborts the work, and the work fails before the hook
    // has returned. Or the work saw the request first, and the hook is still to tell the outside.
    // Which of the two is faster must not decide the outcome, or whether the hook is called.
    if (cancelHook == CancelHook.RUNNING) {
      endedWhileHookRan = true;
      workDetails = details;
      return true;
    }
    if (confirms(thrown) || cancelHook == CancelHook.RETURNED || isTooLate()) {
      workDetails = details;
      endByHighest();
      return true;
    }
    return false;
  }

  private boolean confirms(Throwable thrown) {
    return thrown instanceof CancellationException
        || thrown instanceof InterruptedException
        || (thrown instanceof ActivityStoppedException stopped
            && delivered.stream().anyMatch(request -> request == stopped.stopRequest()));
  }

  /** The end by the highest request, when the work confirmed it or its grace period is over. */
  private void endByHighest() {
    StopRequest request = Objects.requireNonNull(highest);
    switch (request.kind()) {
      case CANCELLED ->
          attempt.conclude(
              new EncodedOutcome.Canceled(workDetails == null ? cancelDetails : workDetails));
      case TIMED_OUT, GONE -> {
        ActivityTask task = attempt.task();
        attempt
            .steps()
            .effect(() -> LOG.info("{} ends without a report: {}", task, request.reason()));
        attempt.end(request.toString());
      }
      case PAUSED, RESET, SHUTDOWN ->
          throw new IllegalStateException(request.kind() + " does not end an attempt");
    }
  }

  /** The attempt has an outcome or an end. */
  void over() {
    if (graceTimer != null) {
      graceTimer.cancel(false);
      graceTimer = null;
    }
  }
}
