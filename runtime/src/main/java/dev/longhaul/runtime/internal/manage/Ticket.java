package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.FullActivityId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call that wants to be made; see {@link CallGate}, which guards what changes in it. */
final class Ticket {
  private final boolean outcome;
  private final long deadlineNanos;
  private final @Nullable FullActivityId activity;
  private final Consumer<Ticket> admitted;

  // Of the gate.
  long order;
  boolean probe;
  boolean inFlight;

  /**
   * @param outcome whether it reports an outcome
   * @param deadlineNanos when it is too late for it, by the ticker: the earliest goes first
   * @param activity whose run it is about; null if unknown
   * @param admitted makes the call; must not block, and leads to one {@link CallGate#leave}
   */
  Ticket(
      boolean outcome,
      long deadlineNanos,
      @Nullable FullActivityId activity,
      Consumer<Ticket> admitted) {
    this.outcome = outcome;
    this.deadlineNanos = deadlineNanos;
    this.activity = activity;
    this.admitted = admitted;
  }

  boolean isOutcome() {
    return outcome;
  }

  /** Names the run that the call is about; null if it is unknown or there is none. */
  @Nullable String run() {
    return activity == null || activity.isStandalone()
        ? null
        : activity.workflowId() + '\0' + activity.runId();
  }

  void admit() {
    admitted.accept(this);
  }

  /** The most urgent first, and of equals the one that came first. */
  static int compare(Ticket one, Ticket other) {
    int byDeadline = Long.signum(one.deadlineNanos - other.deadlineNanos);
    return byDeadline == 0 ? Long.compare(one.order, other.order) : byDeadline;
  }
}
