package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.RpcCode;
import dev.longhaul.runtime.internal.manage.Answer;
import dev.longhaul.runtime.internal.manage.Services;
import dev.longhaul.runtime.internal.time.Backoff;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One call on an activity that this process does not manage, tried again until there is a
 * definitive answer or its time is over. Its tries follow each other, so it needs no lock.
 */
final class DirectReport {
  private static final Duration TIME = Duration.ofSeconds(60);

  private final Services services;
  private final Supplier<CompletableFuture<Answer>> oneTry;
  private final boolean onlyAfterProof;
  private final Consumer<Answer.Acknowledged> accepted;
  private final Consumer<ActivityCompletionException> refused;
  private final long startNanos;
  private int failures;
  private boolean possiblyApplied;

  /**
   * @param onlyAfterProof tries again only if the server certainly did not apply the last try
   */
  DirectReport(
      Services services,
      Supplier<CompletableFuture<Answer>> oneTry,
      boolean onlyAfterProof,
      Consumer<Answer.Acknowledged> accepted,
      Consumer<ActivityCompletionException> refused) {
    this.services = services;
    this.oneTry = oneTry;
    this.onlyAfterProof = onlyAfterProof;
    this.accepted = accepted;
    this.refused = refused;
    this.startNanos = services.ticker().nanoTime();
  }

  void run() {
    oneTry.get().thenAccept(this::answered);
  }

  private void answered(Answer answer) {
    if (answer instanceof Answer.Acknowledged acknowledged) {
      accepted.accept(acknowledged);
    } else if (answer instanceof Answer.Refused no) {
      refused.accept(sharpened(no.why()));
    } else if (answer instanceof Answer.TryAgain tryAgain) {
      failed(tryAgain);
    }
  }

  private void failed(Answer.TryAgain answer) {
    failures++;
    possiblyApplied |= !answer.certainlyNotApplied();
    long wait =
        Math.max(answer.pause().toNanos(), Backoff.CALLS.nanosAfter(failures, services.random()));
    long elapsed = services.ticker().nanoTime() - startNanos;
    if (elapsed + wait > TIME.toNanos()) {
      refused.accept(answer.why());
    } else if (onlyAfterProof && possiblyApplied) {
      refused.accept(unclear(answer.why()));
    } else {
      services.timer().schedule(this::run, wait, TimeUnit.NANOSECONDS);
    }
  }

  private ActivityCompletionException sharpened(ActivityCompletionException why) {
    return why instanceof ActivityNotFoundException && possiblyApplied
        ? new ActivityNotFoundException(
            why.getMessage() + ". The answer to an earlier try was lost: it may have been applied",
            why.digest(),
            RpcCode.NOT_FOUND,
            why,
            true)
        : why;
  }

  private static ActivityCompletionException unclear(ActivityCompletionException why) {
    return new ActivityCompletionException(
        why.getMessage()
            + ". It may have been applied, and a second try by id could hit the next attempt: look at"
            + " the workflow before reporting again, or report by task token",
        why.digest(),
        why.code().orElse(null),
        why);
  }
}
