package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityStoppedException;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.time.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How an attempt is stopped: listeners are told, the cancel hook runs, then the thread is
 * interrupted; the stage is cancelled when the grace period is over, or at once if there is no
 * hook; and the attempt ends by its highest request. There while a request was delivered. Every
 * method is called within a decision of the attempt's {@link Steps}.
 */
final class StopSequence {
  private static final Logger LOG = LoggerFactory.getLogger(StopSequence.class);

  private enum CancelHook {
    ABSENT,
    RUNNING,
    RETURNED
  }

  private final StateMachine attempt;
  private final List<StopRequest> delivered = new ArrayList<>(1);

  // Also read without the lock, by handlers: to them any recent value is right.
  private volatile StopRequest highest;
  private CancelHook cancelHook = CancelHook.ABSENT;
  private @Nullable Bytes cancelDetails;
  private @Nullable Bytes workDetails;
  private boolean endedWhileHookRan;
  private boolean encoding;

  // Also read without the lock, by hooks that had to wait for their turn.
  private volatile boolean endedAttempt;
  private @Nullable CompletableFuture<Void> confirmation;
  private boolean superseded;
  private long graceOverAt = Nanos.NEVER;

  StopSequence(StateMachine attempt, StopRequest first) {
    this.attempt = attempt;
    this.highest = first;
  }

  StopRequest highest() {
    return highest;
  }

  /** Whether the server no longer waits for the attempt, so that nothing keeps it alive. */
  boolean isTooLate() {
    return highest.kind().compareTo(StopRequest.Kind.TIMED_OUT) >= 0;
  }

  /** Whether the attempt ended, or will, by the request and not by a result of its work. */
  boolean hasEndedAttempt() {
    return endedAttempt;
  }

  /** When {@link #graceOver} is to be called. */
  long graceOverAt() {
    return graceOverAt;
  }

  /** Asks the work to end; the attempt is stopping from now on. */
  void begin() {
    tell();
    graceOverAt = Nanos.sum(attempt.age(), Nanos.of(attempt.policy().grace()));
    AttemptWork work = attempt.work();
    if (work.hasCancelHook()) {
      cancelHook = CancelHook.RUNNING;
      StopRequest request = highest;
      attempt.effect(
          () ->
              work.cancel(request)
                  .thenAccept(details -> attempt.decide(() -> cancelHookReturned(details))));
    } else {
      attempt.effect(work::interrupt);
      attempt.effect(work::cancelStage);
    }
  }

  /** A request that ranks above those before it. */
  void raise(StopRequest request) {
    highest = request;
    tell();
  }

  private void tell() {
    StopRequest request = highest;
    delivered.add(request);
    attempt.effect(() -> LOG.debug("{} is asked to stop: {}", attempt.task(), request));
    attempt.effect(() -> attempt.work().stopRequested(request));
    attempt.tell((listener, activity) -> listener.stopRequested(activity, request));
    if (isTooLate()) {
      attempt.heartbeats().stop();
      attempt.heartbeats().failFlushes(request.toException());
    }
  }

  private void cancelHookReturned(@Nullable Bytes details) {
    cancelHook = CancelHook.RETURNED;
    cancelDetails = details;
    if (attempt.isStopping()) {
      attempt.effect(attempt.work()::interrupt);
      if (endedWhileHookRan || superseded) {
        endByHighest();
      }
    }
  }

  /** No outcome of the attempt will be sent; of work outside of this process nothing else comes. */
  void supersede() {
    if (attempt.isStopping() && attempt.work().completesElsewhere()) {
      superseded = true;
      if (cancelHook != CancelHook.RUNNING) {
        endByHighest();
      }
    }
  }

  /** The work had its time. */
  void graceOver() {
    graceOverAt = Nanos.NEVER;
    attempt.effect(attempt.work()::interrupt);
    attempt.effect(attempt.work()::cancelStage);
    endByHighest();
  }

  /** The work ended exceptionally; answers false if that is an ordinary failure. */
  boolean takes(Throwable thrown, @Nullable Bytes details) {
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

  /** Somebody says that the work has ended as it was asked to. */
  void confirmed(CompletableFuture<Void> acknowledged) {
    if (confirmation != null) {
      attempt.settle(acknowledged, attempt.alreadyDecided());
      return;
    }
    confirmation = acknowledged;
    endByHighest();
  }

  private boolean confirms(Throwable thrown) {
    return thrown instanceof CancellationException
        || thrown instanceof InterruptedException
        || (thrown instanceof ActivityStoppedException stopped
            && delivered.stream().anyMatch(request -> request == stopped.stopRequest()));
  }

  /** The end by the highest request, when the work confirmed it or its grace period is over. */
  private void endByHighest() {
    StopRequest request = highest;
    switch (request.kind()) {
      case CANCELLED ->
          conclude(new EncodedOutcome.Canceled(workDetails == null ? cancelDetails : workDetails));
      case TIMED_OUT, GONE -> {
        if (confirmation != null) {
          attempt.settle(
              confirmation, Refusals.noLongerWanted(attempt.task().digest(), request.toString()));
          confirmation = null;
        }
        attempt.effect(
            () -> LOG.info("{} ends without a report: {}", attempt.task(), request.reason()));
        drop(request.toString());
      }
      case PAUSED -> failAs("ActivityPause");
      case RESET -> failAs("ActivityReset");
      case SHUTDOWN -> failAs("WorkerShutdown");
    }
  }

  private void drop(String why) {
    endedAttempt = true;
    attempt.drop(why);
  }

  private void conclude(EncodedOutcome outcome) {
    endedAttempt = true;
    CompletableFuture<Void> acknowledged = confirmation;
    confirmation = null;
    attempt.conclude(outcome, acknowledged);
  }

  // Failures are encoded where conversions may run. A value that arrives meanwhile still counts.
  private void failAs(String type) {
    if (!encoding) {
      encoding = true;
      StopRequest request = highest;
      attempt.effect(() -> attempt.services().callbacks().execute(() -> encode(type, request)));
    }
  }

  private void encode(String type, StopRequest request) {
    Bytes failure;
    try {
      failure =
          attempt
              .services()
              .encoder()
              .failureInAnyCase(
                  attempt.task().reference(),
                  ActivityFailure.ofType(type).message(request.reason()));
    } catch (RuntimeException e) {
      LOG.warn("{} ends without a report, since none can be encoded", attempt.task(), e);
      attempt.decide(() -> encoded(request, null));
      return;
    }
    attempt.decide(() -> encoded(request, failure));
  }

  private void encoded(StopRequest request, @Nullable Bytes failure) {
    encoding = false;
    if (!attempt.isStopping()) {
      return; // a value arrived meanwhile
    }
    if (highest != request) {
      endByHighest();
    } else if (failure == null) {
      drop("a failure that cannot be encoded");
    } else {
      conclude(new EncodedOutcome.Failed(failure));
    }
  }

  /** The attempt has an outcome or an end. */
  void over() {
    graceOverAt = Nanos.NEVER;
    if (confirmation != null) {
      attempt.settle(confirmation, attempt.alreadyDecided());
    }
  }
}
