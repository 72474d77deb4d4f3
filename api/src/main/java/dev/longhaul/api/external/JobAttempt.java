package dev.longhaul.api.external;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.ActivityStoppedException;
import dev.longhaul.api.StopRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt does about its job: finds the one of the attempt before it or submits one,
 * records its reference, and cancels it if the workflow wants that. Everything happens on the
 * executor of the attempt, one step after the other, so that its fields need no lock.
 */
abstract class JobAttempt<Q, R extends @Nullable Object> implements PolledJob<R> {
  private final JobService<Q> service;
  private final Q request;
  private final ActivityContext context;
  private final Steps steps;
  private final CompletableFuture<R> result = new CompletableFuture<>();
  private final CompletableFuture<Void> released = new CompletableFuture<>();

  // Also read by whoever asks for the reference.
  private volatile @Nullable String job;
  private @Nullable Object progress;
  private @Nullable StopRequest cancellation;

  JobAttempt(JobService<Q> service, Q request, ActivityContext context) {
    this.service = service;
    this.request = request;
    this.context = context;
    this.steps = new Steps(context.executor(), this::fail);
  }

  /** Finds or submits the job. */
  final void begin() {
    result.whenComplete((value, failure) -> release(failure));
    steps.run(
        () ->
            context
                .lastHeartbeatDetails(JobDetails.class)
                .ifPresentOrElse(this::goOn, () -> submit(context.idempotencyKey())));
  }

  @Override
  public final CompletionStage<R> result() {
    return result;
  }

  @Override
  public final Optional<String> reference() {
    return Optional.ofNullable(job);
  }

  @Override
  public final CompletionStage<Void> stop(StopRequest why) {
    Objects.requireNonNull(why, "why");
    steps.run(() -> stopRequested(why));
    return released.minimalCompletionStage();
  }

  private void stopRequested(StopRequest why) {
    if (isOver() || resultIsOnItsWay() || isCancelling()) {
      return;
    }
    if (why.kind() != StopRequest.Kind.CANCELLED) {
      fail(why.toException());
      return;
    }
    cancellation = why;
    if (job != null) {
      cancel(); // otherwise as soon as it is known: the service may have it already
    }
  }

  private void goOn(JobDetails last) {
    if (last.failed()) {
      submitInPlaceOf(last.job());
    } else {
      job = last.job();
      progress = last.progress();
      watch(false);
    }
  }

  /** Submits another job; whoever does that for the same lost job does it with the same key. */
  final void submitInPlaceOf(String lost) {
    job = null;
    progress = null;
    submit(context.idempotencyKey() + "/" + lost);
  }

  private void submit(String key) {
    steps.call(
        "submit",
        () -> service.submit(request, key),
        (reference, failure) -> {
          if (failure == null) {
            submitted(Objects.requireNonNull(reference, "submit answered null, not a reference"));
          } else {
            fail(failure);
          }
        });
  }

  private void submitted(String reference) {
    job = reference;
    CompletionStage<Void> recorded = context.heartbeatNow(details(false));
    if (isCancelling()) {
      cancel();
      return;
    }
    // If this was not recorded, the next attempt finds the job by its key.
    steps.call(
        "heartbeat",
        () -> recorded,
        (done, failure) -> {
          if (!isOver() && !isCancelling()) {
            watch(true);
          }
        });
  }

  private void cancel() {
    steps.call(
        "cancel", () -> service.cancel(job()), (accepted, refusal) -> cancelAnswered(refusal));
  }

  /** The job is known; it is new, or one of an earlier attempt. */
  abstract void watch(boolean isNew);

  /** The service has accepted the cancellation, or refused it. */
  abstract void cancelAnswered(@Nullable Throwable refusal);

  /** Whether the job is done and only its result is waited for. */
  abstract boolean resultIsOnItsWay();

  // For what is done with the job.

  final ActivityContext context() {
    return context;
  }

  final Steps steps() {
    return steps;
  }

  final String job() {
    return Objects.requireNonNull(job, "the job is not known yet");
  }

  /** Has the progress travel with the heartbeats. */
  final void record(Object newProgress) {
    context.heartbeat(new JobDetails(job(), newProgress, false));
    progress = newProgress;
  }

  final JobDetails details(boolean failed) {
    return new JobDetails(job(), progress, failed);
  }

  final boolean isOver() {
    return result.isDone();
  }

  final boolean isCancelling() {
    return cancellation != null;
  }

  final void complete(R value) {
    result.complete(value);
  }

  final void fail(Throwable failure) {
    result.completeExceptionally(failure);
  }

  /** The job has ended as the workflow wanted. */
  final void confirmCancellation() {
    fail(Objects.requireNonNull(cancellation, "nobody asked").cancelled(details(false)));
  }

  private void release(@Nullable Throwable failure) {
    if (failure == null
        || failure instanceof ActivityStoppedException
        || failure instanceof CancellationException) {
      released.complete(null);
    } else {
      released.completeExceptionally(failure);
    }
  }
}
