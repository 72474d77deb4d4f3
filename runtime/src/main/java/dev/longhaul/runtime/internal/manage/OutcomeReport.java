package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.runtime.internal.time.Backoff;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decided outcome of an attempt on its way to the server: tried again until there is a
 * definitive answer. Every method is called within a decision of the attempt's {@link Steps}.
 */
final class OutcomeReport {
  private static final Logger LOG = LoggerFactory.getLogger(OutcomeReport.class);

  /** How long after the attempt's own deadline the outcome is still tried. */
  private static final Duration AFTER_DEADLINE = Duration.ofMinutes(1);

  private final Attempt attempt;
  private final EncodedOutcome outcome;
  private final CompletableFuture<Void> acknowledged;
  private final boolean callerIsTold;
  private final boolean oneTry;

  private boolean inFlight;
  private int failures;

  // The server may have applied a try whose answer was lost; a NOT_FOUND after it proves nothing.
  private boolean possiblyApplied;

  /**
   * @param acknowledged for whoever decided
   * @param callerIsTold whether somebody looks at it; otherwise a refusal is logged
   * @param oneTry whether the server most likely no longer waits for the attempt
   */
  OutcomeReport(
      Attempt attempt,
      EncodedOutcome outcome,
      CompletableFuture<Void> acknowledged,
      boolean callerIsTold,
      boolean oneTry) {
    this.attempt = attempt;
    this.outcome = outcome;
    this.acknowledged = acknowledged;
    this.callerIsTold = callerIsTold;
    this.oneTry = oneTry;
  }

  boolean inFlight() {
    return inFlight;
  }

  void send() {
    inFlight = true;
    var details = attempt.heartbeats().details();
    attempt
        .steps()
        .effect(
            () ->
                attempt
                    .services()
                    .server()
                    .report(attempt.task().reference(), outcome, details)
                    .thenAccept(answer -> attempt.steps().decide(() -> answered(answer))));
  }

  private void answered(Answer answer) {
    inFlight = false;
    if (answer instanceof Answer.Acknowledged) {
      // In this order: whoever waits for the answer finds the attempt gone.
      attempt.end(outcome.toString());
      attempt.settle(acknowledged, null);
    } else if (answer instanceof Answer.Refused refused) {
      giveUp(sharpened(refused.why()));
    } else if (answer instanceof Answer.TryAgain tryAgain) {
      tryAgain(tryAgain);
    }
  }

  private void tryAgain(Answer.TryAgain answer) {
    failures++;
    possiblyApplied |= !answer.certainlyNotApplied();
    long wait =
        Math.max(
            answer.pause().toNanos(),
            Backoff.CALLS.nanosAfter(failures, attempt.services().random()));
    if (oneTry || isTooLate(wait)) {
      giveUp(answer.why());
    } else {
      attempt.services().schedule(() -> attempt.steps().decide(this::resend), wait);
    }
  }

  private void resend() {
    if (attempt.isReporting()) {
      send();
    }
  }

  private boolean isTooLate(long waitNanos) {
    Optional<Duration> limit = attempt.task().timeLimit();
    return limit.isPresent()
        && attempt.ageNanos() + waitNanos > limit.get().plus(AFTER_DEADLINE).toNanos();
  }

  private void giveUp(ActivityCompletionException why) {
    if (!callerIsTold) {
      ActivityTask task = attempt.task();
      String text = why.getMessage();
      attempt.steps().effect(() -> LOG.warn("{} {}, but not accepted: {}", task, outcome, text));
    }
    attempt.end(outcome.toString());
    attempt.settle(acknowledged, why);
  }

  private ActivityCompletionException sharpened(ActivityCompletionException why) {
    return why instanceof ActivityNotFoundException notFound && possiblyApplied
        ? Refusals.possiblyApplied(attempt.task().digest(), notFound)
        : why;
  }
}
