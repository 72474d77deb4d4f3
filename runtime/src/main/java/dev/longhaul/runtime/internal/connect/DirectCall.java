package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.RpcCode;
import dev.longhaul.runtime.internal.manage.Answer.Acknowledged;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call on an activity that this process does not manage: tried again until there is a
 * definitive answer or its time is over. Its steps follow each other, so it needs no lock.
 *
 * <p>A failure or a cancellation by ids has no fencing: a second one could end the next attempt. So
 * the activity is looked at before the first try, and again before each try that follows one which
 * may have been applied; it goes on only while the same attempt is running. Ids without a run id
 * are looked at as well, once, since each try would otherwise go to whatever run is current then.
 */
final class DirectCall {
  private static final Logger LOG = LoggerFactory.getLogger(DirectCall.class);

  private final Retries retries;
  private final Report report;
  private final ServerErrors errors;
  private final Consumer<Acknowledged> accepted;
  private final Consumer<ActivityCompletionException> refused;
  private final long startNanos;

  private ActivityReference activity;
  private @Nullable Sighting before;
  private int failures;
  private boolean possiblyApplied;

  /** Tells exactly one of the two, once, on a network thread or the timer's. */
  DirectCall(
      Retries retries,
      ActivityReference activity,
      Report report,
      Consumer<Acknowledged> accepted,
      Consumer<ActivityCompletionException> refused) {
    this.retries = retries;
    this.activity = activity;
    this.report = report;
    this.errors = new ServerErrors(report.method(), activity);
    this.accepted = accepted;
    this.refused = refused;
    this.startNanos = retries.nanoTime();
  }

  void start() {
    if (retries.isClosed()) {
      closed();
    } else if (activity instanceof FullActivityId id && isToBeLookedAt(id)) {
      lookFirst(id);
    } else {
      send();
    }
  }

  private boolean isToBeLookedAt(FullActivityId id) {
    return !id.hasRunId() || report.endsOneAttempt();
  }

  private void lookFirst(FullActivityId id) {
    answer(look(id), sighting -> seenFirst(id, sighting), failure -> notSeenFirst(id, failure));
  }

  private void seenFirst(FullActivityId id, Sighting sighting) {
    before = sighting;
    activity = id.withRunId(sighting.runId());
    send();
  }

  private void notSeenFirst(FullActivityId id, RpcFailure failure) {
    Verdict verdict = Verdict.on(failure);
    if (verdict.worthAnotherTry()) {
      again(failure, verdict, () -> lookFirst(id));
    } else if (id.hasRunId() || cannotBeSeen(id, failure)) {
      send(); // what was not seen is only missed if an answer gets lost
    } else {
      refused.accept(errors.exception(failure, false));
    }
  }

  // Where standalone activities are unknown or switched off, the report itself is told so.
  private static boolean cannotBeSeen(FullActivityId id, RpcFailure failure) {
    return id.isStandalone() && failure.code() == RpcCode.UNIMPLEMENTED;
  }

  private void send() {
    answer(retries.tries().send(report, activity, timeForTry()), accepted, this::failed);
  }

  private void failed(RpcFailure failure) {
    Verdict verdict = Verdict.on(failure);
    possiblyApplied |= verdict.possiblyApplied();
    if (!verdict.worthAnotherTry()) {
      refused.accept(errors.exception(failure, possiblyApplied));
    } else if (possiblyApplied
        && report.endsOneAttempt()
        && activity instanceof FullActivityId id) {
      againIfStillRunning(id, failure, verdict);
    } else {
      again(failure, verdict, this::send);
    }
  }

  private void againIfStillRunning(FullActivityId id, RpcFailure lost, Verdict verdict) {
    Sighting running = before;
    if (running == null) {
      refused.accept(errors.attemptUnknown(lost));
    } else {
      again(lost, verdict, () -> lookAgain(id, running, lost));
    }
  }

  private void lookAgain(FullActivityId id, Sighting running, RpcFailure lost) {
    answer(
        look(id),
        sighting -> {
          if (sighting.isStill(running)) {
            send();
          } else {
            refused.accept(errors.attemptEnded(lost));
          }
        },
        failure -> notSeenAgain(id, running, lost, failure));
  }

  private void notSeenAgain(
      FullActivityId id, Sighting running, RpcFailure lost, RpcFailure failure) {
    Verdict verdict = Verdict.on(failure);
    if (verdict.worthAnotherTry()) {
      again(failure, verdict, () -> lookAgain(id, running, lost));
    } else if (failure.code() == RpcCode.NOT_FOUND) {
      refused.accept(errors.attemptEnded(lost));
    } else {
      refused.accept(errors.attemptUnknown(lost));
    }
  }

  private void again(RpcFailure failure, Verdict verdict, Runnable step) {
    failures++;
    retries.failed(failure);
    long wait = retries.waitNanos(failures, verdict);
    if (retries.isTimeLeftAfter(wait, startNanos)) {
      if (LOG.isDebugEnabled()) {
        LOG.debug("{}; another try in {} ms", errors.notYet(failure), wait / 1_000_000);
      }
      retries.pause(wait, step, this::closed);
    } else {
      Duration elapsed = Duration.ofNanos(retries.nanoTime() - startNanos);
      refused.accept(errors.gaveUp(failure, failures, elapsed, possiblyApplied));
    }
  }

  private void closed() {
    refused.accept(errors.closed(possiblyApplied));
  }

  private CompletableFuture<Sighting> look(FullActivityId id) {
    return retries.tries().look(id, timeForTry());
  }

  private Duration timeForTry() {
    return retries.timeForTry(startNanos);
  }

  private static <A> void answer(
      CompletableFuture<A> call, Consumer<A> answered, Consumer<RpcFailure> failed) {
    call.whenComplete(
        (answer, failure) -> {
          if (failure == null) {
            answered.accept(answer);
          } else {
            failed.accept(RpcFailure.of(failure));
          }
        });
  }
}
