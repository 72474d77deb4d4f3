package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityEnd;
import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.ActivityState;
import dev.longhaul.api.OutcomeAlreadyDecidedException;
import dev.longhaul.api.StopRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state of one attempt, and its parts; every race about it is decided here. {@link
 * ActivityState} says what the states mean, {@link Transition} how one follows another. Every
 * method is called within a decision, unless it says otherwise.
 */
final class StateMachine extends AttemptScope {
  private static final Logger LOG = LoggerFactory.getLogger(StateMachine.class);

  private static final String RELEASED = "released when this process ended";

  private final Attempt attempt;
  private final Agenda agenda = new Agenda(this);
  private final Deadlines deadlines = new Deadlines(this);
  private final Signals signals = new Signals(this);
  private final Heartbeats heartbeats;

  // Both are also read without the lock.
  private volatile ActivityState state = ActivityState.RUNNING;
  private volatile @Nullable StopSequence stop;

  private @Nullable CancellationLook look;
  private @Nullable OutcomeReport report;
  private boolean superseded;
  private String ending = "";

  StateMachine(
      Attempt attempt, ActivityTask task, AttemptPolicy policy, AttemptWork work, Shared shared) {
    super(task, policy, work, shared);
    this.attempt = attempt;
    this.heartbeats = new Heartbeats(this, task.lastDetails());
  }

  Deadlines deadlines() {
    return deadlines;
  }

  Signals signals() {
    return signals;
  }

  Heartbeats heartbeats() {
    return heartbeats;
  }

  /** The highest stop request so far; from anywhere. */
  @Nullable StopRequest stopRequest() {
    StopSequence sequence = stop;
    return sequence == null ? null : sequence.highest();
  }

  @Nullable StopSequence stop() {
    return stop;
  }

  @Nullable OutcomeReport report() {
    return report;
  }

  /** From anywhere. */
  ActivityState state() {
    return state;
  }

  boolean isRunning() {
    return state == ActivityState.RUNNING;
  }

  boolean isStopping() {
    return state == ActivityState.STOPPING;
  }

  /** Whether the work may still be asked to stop, or have a result. */
  boolean isOpen() {
    return isRunning() || isStopping();
  }

  boolean isReporting() {
    return state == ActivityState.REPORTING;
  }

  boolean isReleasing() {
    return state == ActivityState.RELEASING;
  }

  /** Whether the outcome is on its way, which by itself shows that the attempt is alive. */
  boolean isReportUnderWay() {
    return report != null && report.isUnderWay();
  }

  /** The one place of transition. */
  private void move(Transition transition) {
    if (!transition.isFrom(state)) {
      throw new IllegalStateException(task() + " is " + state + ": it cannot " + transition);
    }
    state = transition.to();
  }

  @Override
  void decided() {
    agenda.update();
  }

  @Override
  ActivitySnapshot snapshot() {
    return read(() -> Snapshots.of(this));
  }

  /** Delivers a request that ranks above those before it; the first one starts the sequence. */
  void deliver(StopRequest request) {
    if (!isOpen() || !request.outranks(stopRequest())) {
      return;
    }
    if (stop != null) {
      stop.raise(request);
    } else {
      move(Transition.STOP);
      stop = new StopSequence(this, request);
      stop.begin();
    }
  }

  /** The workflow asked to cancel; whoever reports that says that there is nothing to stop. */
  void cancelRequested(StopRequest request) {
    if (look == null || !look.found()) {
      deliver(request);
    }
  }

  /** Somebody says that the work was cancelled; if nobody asked, the server is asked whether. */
  void cancelled(EncodedOutcome.Canceled outcome, CompletableFuture<Void> acknowledged) {
    StopRequest request = stopRequest();
    if (!isOpen()) {
      settle(acknowledged, alreadyDecided());
    } else if (request != null && request.kind() == StopRequest.Kind.CANCELLED) {
      conclude(outcome, acknowledged);
    } else if (isTooLate()) {
      confirmed(acknowledged);
    } else {
      if (look == null) {
        look = new CancellationLook(this);
      }
      look.begin(outcome, acknowledged);
    }
  }

  /** The server was asked, and no: then the work can only have ended for another request. */
  void confirmed(CompletableFuture<Void> acknowledged) {
    if (stop == null) {
      settle(acknowledged, Refusals.notRequested(task().digest()));
    } else {
      stop.confirmed(acknowledged);
    }
  }

  /** The server no longer waits for the attempt. */
  void gone(String why) {
    deliver(StopRequest.of(StopRequest.Kind.GONE, why));
  }

  /** Another entry took the place of this one: the work is told, and nothing is reported. */
  void supersede(String why) {
    superseded = true;
    if (isReleasing()) {
      end(Transition.LEAVE, ActivityEnd.RELEASED, why);
    } else {
      gone(why);
      if (stop != null) {
        stop.supersede();
      }
    }
  }

  // For work that anyone may complete this is the normal end, and nothing is to be stopped.
  void closedElsewhere(ActivityCompletionException why) {
    effect(() -> LOG.info("{} was closed elsewhere", task()));
    heartbeats.failFlushes(why);
    end(Transition.DROP, ActivityEnd.CLOSED_ELSEWHERE, "closed elsewhere");
  }

  /** Nobody waits for an outcome. */
  void drop(String why) {
    end(Transition.DROP, ActivityEnd.DROPPED, why);
  }

  /**
   * The one place where an outcome is decided.
   *
   * @param acknowledged for whoever decided; null if nobody waits for it
   */
  void conclude(EncodedOutcome outcome, @Nullable CompletableFuture<Void> acknowledged) {
    if (!isOpen() && !isReleasing()) {
      effect(() -> LOG.debug("{}: {} comes after its end ({})", task(), outcome, ending));
      settle(
          acknowledged,
          superseded && report == null ? Refusals.superseded(task().digest()) : alreadyDecided());
    } else if (superseded) {
      settle(acknowledged, Refusals.superseded(task().digest()));
      drop("superseded");
    } else if (isTooLate() && !(outcome instanceof EncodedOutcome.Completed)) {
      String why = String.valueOf(stopRequest());
      settle(acknowledged, Refusals.noLongerWanted(task().digest(), why));
      drop(why);
    } else {
      ending = outcome.toString();
      move(Transition.DECIDE);
      nothingElseCounts();
      tell((listener, activity) -> listener.outcomeDecided(activity, outcome.kind()));
      report = new OutcomeReport(this, outcome, acknowledged, isTooLate());
      report.send();
    }
  }

  // Nothing but a completion is worth a try.
  private boolean isTooLate() {
    return stop != null && stop.isTooLate();
  }

  /** The report has its definitive answer, or none is to be expected. */
  void reported(EncodedOutcome outcome, ActivityEnd how) {
    end(Transition.SETTLE, how, outcome.toString());
  }

  /** The process ends: the work is stopped, or let go. */
  void shutDown() {
    if (isRunning() && !signals.shutDown()) {
      ending = RELEASED;
      move(Transition.RELEASE);
      effect(() -> ReleaseLog.released(task()));
      heartbeats.sendLast(this::released);
    }
  }

  private void released() {
    if (isReleasing()) {
      end(Transition.LEAVE, ActivityEnd.RELEASED, RELEASED);
    }
  }

  /** The process waits no longer. */
  void abandon() {
    if (isReporting() && report != null) {
      report.abandon();
    } else if (isReleasing()) {
      released();
    } else if (isOpen()) {
      end(Transition.DROP, ActivityEnd.GIVEN_UP, "given up when this process ended");
    }
  }

  private void end(Transition transition, ActivityEnd how, String why) {
    ending = why;
    move(transition);
    heartbeats.stop();
    nothingElseCounts();
    tell((listener, activity) -> listener.ended(activity, how));
    effect(() -> shared().onEnded().accept(attempt));
    effect(work()::ended);
  }

  // Hardly ever does anybody wait, and an exception costs more than all the rest.
  private void nothingElseCounts() {
    if (stop != null) {
      stop.over();
    }
    if (look != null) {
      look.over(alreadyDecided());
    }
    if (heartbeats.hasFlushes()) {
      heartbeats.failFlushes(alreadyDecided());
    }
  }

  OutcomeAlreadyDecidedException alreadyDecided() {
    return new OutcomeAlreadyDecidedException(task().digest(), ending);
  }
}
