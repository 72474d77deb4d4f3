package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityEnd;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.manage.ActivityServer.Standing;
import dev.longhaul.runtime.internal.time.Backoff;
import dev.longhaul.runtime.internal.time.Nanos;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decided outcome of an attempt on its way to the server: tried again until there is a
 * definitive answer. Every method is called within a decision of the attempt's {@link Steps}.
 */
final class OutcomeReport {
  private static final Logger LOG = LoggerFactory.getLogger(OutcomeReport.class);

  /** The server takes requests of 4 MiB; ids and headers need some of that. */
  private static final int MOST_BYTES = 4 * 1024 * 1024 - 64 * 1024;

  private final StateMachine attempt;
  private final EncodedOutcome outcome;
  private final @Nullable CompletableFuture<Void> acknowledged;
  private final boolean oneTry;
  private final long decidedAt;

  // It waits for its turn, with the urgency of a heartbeat, or is in flight.
  private boolean underWay;
  private int failures;
  private @Nullable ActivityCompletionException lastFailure;
  private long dueAt = Nanos.NEVER;

  // The server may have applied a try whose answer was lost; a NOT_FOUND after it proves nothing.
  private boolean possiblyApplied;

  /**
   * @param acknowledged for whoever decided; if nobody waits for it, a refusal is logged
   * @param oneTry whether the server most likely no longer waits for the attempt
   */
  OutcomeReport(
      StateMachine attempt,
      EncodedOutcome outcome,
      @Nullable CompletableFuture<Void> acknowledged,
      boolean oneTry) {
    this.attempt = attempt;
    this.outcome = outcome;
    this.acknowledged = acknowledged;
    this.oneTry = oneTry;
    this.decidedAt = attempt.age();
  }

  /** When the outcome was decided. */
  long decidedAt() {
    return decidedAt;
  }

  boolean isUnderWay() {
    return underWay;
  }

  /** When {@link #due} is to be called. */
  long dueAt() {
    return dueAt;
  }

  void send() {
    underWay = true;
    new GatedCall<>(true, urgency(), this::prepare, Answer::limit, this::answered).begin(attempt);
  }

  private long urgency() {
    return Math.min(attempt.deadlines().heartbeatExpected(), attempt.deadlines().outcomeUseless());
  }

  private @Nullable Supplier<CompletableFuture<Answer>> prepare() {
    if (!attempt.isReporting()) {
      return null;
    }
    Bytes details = detailsThatFit();
    return () -> attempt.services().server().report(attempt.task().reference(), outcome, details);
  }

  // Better a failure without the last details than one that the server refuses for its size.
  private @Nullable Bytes detailsThatFit() {
    Bytes details = attempt.heartbeats().last().details();
    if (details == null || !(outcome instanceof EncodedOutcome.Failed failed)) {
      return details;
    }
    int token =
        attempt.task().reference() instanceof TaskToken t ? t.asReadOnlyBuffer().remaining() : 0;
    return (long) token + failed.failure().size() + details.size() <= MOST_BYTES ? details : null;
  }

  private void answered(Answer answer) {
    underWay = false;
    if (!attempt.isReporting()) {
      return; // the process did not wait for it
    }
    if (answer instanceof Answer.Acknowledged) {
      settle(ActivityEnd.REPORTED, null);
    } else if (answer instanceof Answer.Refused refused) {
      settle(ActivityEnd.REFUSED, sharpened(refused.why()));
    } else if (answer instanceof Answer.TryAgain tryAgain) {
      lastFailure = tryAgain.why();
      possiblyApplied |= !tryAgain.certainlyNotApplied();
      tryAgain(tryAgain.pause().toNanos());
    }
  }

  private void tryAgain(long leastNanos) {
    failures++;
    long wait =
        Math.max(leastNanos, Backoff.CALLS.nanosAfter(failures, attempt.services().random()));
    long next = Nanos.sum(attempt.age(), wait);
    if (oneTry || next > attempt.deadlines().outcomeUseless()) {
      settle(ActivityEnd.GIVEN_UP, lastFailure);
    } else {
      dueAt = next;
    }
  }

  /** The time of the next try has come. */
  void due() {
    dueAt = Nanos.NEVER;
    if (possiblyApplied && couldHitTheNextAttempt()) {
      Standings.look(attempt, this::looked);
    } else {
      send();
    }
  }

  // By ids there is no fencing: a second failure or cancellation would end whatever attempt is
  // current. A completion ends the activity whichever attempt it hits.
  private boolean couldHitTheNextAttempt() {
    return attempt.task().reference() instanceof FullActivityId
        && !(outcome instanceof EncodedOutcome.Completed);
  }

  private void looked(Standing standing) {
    if (!attempt.isReporting()) {
      return;
    }
    int own = attempt.task().attempt();
    if (standing instanceof Standing.Unknown) {
      tryAgain(0);
    } else if (standing instanceof Standing.Pending pending && own == pending.attempt()) {
      send();
    } else {
      settle(ActivityEnd.GIVEN_UP, Refusals.possiblyApplied(attempt.task().digest(), lastFailure));
    }
  }

  /** The process waits no longer. */
  void abandon() {
    settle(ActivityEnd.GIVEN_UP, Refusals.abandoned(attempt.task().digest(), lastFailure));
  }

  private void settle(ActivityEnd end, @Nullable ActivityCompletionException why) {
    dueAt = Nanos.NEVER;
    if (why != null && acknowledged == null) {
      ActivityTask task = attempt.task();
      attempt.effect(
          () -> LOG.warn("{} {}, but not accepted: {}", task, outcome, why.getMessage()));
    }
    // In this order: whoever waits for the answer finds the attempt gone.
    attempt.reported(outcome, end);
    if (acknowledged != null) {
      attempt.settle(acknowledged, why);
    }
  }

  private ActivityCompletionException sharpened(ActivityCompletionException why) {
    return why instanceof ActivityNotFoundException && possiblyApplied
        ? Refusals.possiblyApplied(attempt.task().digest(), why)
        : why;
  }
}
