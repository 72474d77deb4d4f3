package dev.longhaul.runtime.internal.manage;

import java.util.concurrent.CompletableFuture;

/** The outcome of an attempt on its way to the server; changed only within decisions. */
final class Report {
  final EncodedOutcome outcome;

  /** For whoever decided; completed on the callback executor. */
  final CompletableFuture<Void> acknowledged;

  /** Whether a failure is only told to {@link #acknowledged}. */
  final boolean callerIsTold;

  boolean inFlight;
  int failures;

  // The server may have applied a try whose answer was lost; a NOT_FOUND after it proves nothing.
  boolean possiblyApplied;

  Report(EncodedOutcome outcome, CompletableFuture<Void> acknowledged, boolean callerIsTold) {
    this.outcome = outcome;
    this.acknowledged = acknowledged;
    this.callerIsTold = callerIsTold;
  }
}
