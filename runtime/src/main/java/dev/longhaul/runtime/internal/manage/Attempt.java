package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.ActivityState;
import dev.longhaul.api.ActivityStoppedException;
import dev.longhaul.api.InvalidTaskTokenException;
import dev.longhaul.api.NamespaceNotFoundException;
import dev.longhaul.api.OutcomeAlreadyDecidedException;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.time.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state machine of one attempt: it decides the one outcome, and every race about it, in {@link
 * #transition}. Thread-safe; no method blocks or calls user code.
 *
 * <p>RUNNING: the work goes on. STOPPING: a stop request that ends it was delivered; the work may
 * still have a result until the grace period is over. REPORTING: the outcome is decided and retried
 * until the server's definitive answer; no stop request matters any more. ENDED: nothing is sent.
 */
public final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  private static final Map<ActivityState, Set<ActivityState>> NEXT =
      Map.of(
          ActivityState.RUNNING,
          EnumSet.of(ActivityState.STOPPING, ActivityState.REPORTING, ActivityState.ENDED),
          ActivityState.STOPPING,
          EnumSet.of(ActivityState.REPORTING, ActivityState.ENDED),
          ActivityState.REPORTING,
          EnumSet.of(ActivityState.ENDED),
          ActivityState.ENDED,
          EnumSet.noneOf(ActivityState.class));

  /** How long after the attempt's own deadline an outcome is still retried. */
  private static final Duration AFTER_DEADLINE = Duration.ofMinutes(1);

  private enum CancelHook {
    ABSENT,
    RUNNING,
    RETURNED
  }

  /** Somebody who reports a cancellation that was not seen yet, and waits for a look. */
  private record Probe(EncodedOutcome.Canceled outcome, CompletableFuture<Void> acknowledged) {}

  private final ActivityTask task;
  private final AttemptWork work;
  private final Services services;
  private final Consumer<Attempt> onEnded;
  private final long graceNanos;
  private final long receivedNanos;
  private final Steps steps = new Steps();
  private final Heartbeats heartbeats;

  // All of these change within decisions only. Written there, `state` and `stop` are also read
  // without the lock by hooks and snapshots, to which any recent value is right.
  private volatile ActivityState state = ActivityState.RUNNING;
  private volatile @Nullable StopRequest stop;
  private List<StopRequest> delivered = List.of();
  private CancelHook cancelHook = CancelHook.ABSENT;
  private @Nullable Bytes cancelDetails;
  private boolean endedWhileHookRan;
  private @Nullable Future<?> graceTimer;
  private boolean superseded;
  private List<Probe> probes = List.of();
  private @Nullable Report report;
  private String ending = "";

  Attempt(
      ActivityTask task,
      HeartbeatPlan plan,
      Duration grace,
      AttemptWork work,
      Services services,
      Consumer<Attempt> onEnded) {
    this.task = task.withoutContent();
    this.work = work;
    this.services = services;
    this.onEnded = onEnded;
    this.graceNanos = grace.toNanos();
    this.receivedNanos = services.ticker().nanoTime();
    this.heartbeats = new Heartbeats(this, plan, task.lastDetails(), services);
  }

  // What the work says.

  /** The attempt, without its inputs. */
  public ActivityTask task() {
    return task;
  }

  /** The highest stop request so far. */
  public Optional<StopRequest> currentStopRequest() {
    return Optional.ofNullable(stop);
  }

  /** Whether a hook that ends the work may still run: no outcome was decided. */
  public boolean isStopping() {
    return state == ActivityState.STOPPING;
  }

  /** The last known details, as they would be sent. */
  public @Nullable Bytes lastDetails() {
    synchronized (steps) {
      return heartbeats.details();
    }
  }

  /** Records details for the next heartbeat; without effect once an outcome is decided. */
  public void record(Bytes details) {
    steps.decide(
        () -> {
          if (isOpen()) {
            heartbeats.record(details);
          }
        });
  }

  /** Records details if there are any, and sends them now. */
  public CompletableFuture<Void> heartbeatNow(@Nullable Bytes details) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    steps.decide(
        () -> {
          if (!isOpen()) {
            settle(done, alreadyDecided());
            return;
          }
          StopRequest current = stop;
          if (current != null && endsHeartbeats(current)) {
            settle(done, current.toException());
            return;
          }
          if (details != null) {
            heartbeats.record(details);
          }
          heartbeats.flush(failure -> settle(done, failure));
        });
    return done;
  }

  /** The work has a result. Its caller is not told of the answer; it is logged. */
  public void returned(EncodedOutcome.Completed outcome) {
    steps.decide(() -> conclude(outcome, new CompletableFuture<>(), false));
  }

  /**
   * The attempt fails, whatever its work does. Its caller is not told of the answer; it is logged.
   */
  public void failed(Bytes failure) {
    steps.decide(
        () -> conclude(new EncodedOutcome.Failed(failure), new CompletableFuture<>(), false));
  }

  /**
   * The work ended exceptionally.
   *
   * @param failure what to report unless this confirms a stop request
   * @param details of the cancellation, where the throwable carried any
   */
  public void threw(Throwable thrown, Bytes failure, @Nullable Bytes details) {
    steps.decide(() -> endExceptionally(thrown, failure, details));
  }

  /** Somebody completes the activity. */
  public CompletableFuture<Void> complete(EncodedOutcome.Completed outcome) {
    return decideExplicitly(outcome);
  }

  /** Somebody fails the attempt. */
  public CompletableFuture<Void> fail(EncodedOutcome.Failed outcome) {
    return decideExplicitly(outcome);
  }

  /** Somebody reports a cancellation; if none was seen, one heartbeat looks for it. */
  public CompletableFuture<Void> reportCancellation(EncodedOutcome.Canceled outcome) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    steps.decide(
        () -> {
          if (!isOpen() || isCancelled(stop)) {
            conclude(outcome, acknowledged, true);
          } else {
            probe(new Probe(outcome, acknowledged));
          }
        });
    return acknowledged;
  }

  /** What is known now. */
  public ActivitySnapshot snapshot() {
    synchronized (steps) {
      long now = services.ticker().nanoTime();
      Bytes details = heartbeats.details();
      return new ActivitySnapshot(
          task.digest(),
          task.activityType(),
          Optional.ofNullable(task.id()),
          task.attempt(),
          state,
          Duration.ofNanos(now - receivedNanos),
          heartbeats.acknowledgedAny()
              ? Optional.of(Duration.ofNanos(now - heartbeats.acknowledgedNanos()))
              : Optional.empty(),
          heartbeats.scheduled()
              ? Optional.of(Duration.ofNanos(heartbeats.dueNanos() - now))
              : Optional.empty(),
          details == null ? OptionalInt.empty() : OptionalInt.of(details.size()),
          Optional.ofNullable(stop));
    }
  }

  // What the manager says.

  void start() {
    steps.decide(heartbeats::start);
  }

  /** Another entry took the place of this one: the work is told, and nothing is reported. */
  void supersede(String why) {
    steps.decide(
        () -> {
          superseded = true;
          deliver(StopRequest.of(StopRequest.Kind.GONE, why));
        });
  }

  /** One last heartbeat and no report; completes when the heartbeat was answered. */
  CompletableFuture<Void> release() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    steps.decide(
        () -> {
          if (!isOpen()) {
            steps.effect(() -> done.complete(null));
            return;
          }
          boolean beats = heartbeats.scheduled();
          Bytes details = heartbeats.details();
          end("released at shutdown");
          steps.effect(() -> lastHeartbeat(beats, details, done));
        });
    return done;
  }

  private void lastHeartbeat(boolean beats, @Nullable Bytes details, CompletableFuture<Void> done) {
    if (beats) {
      services
          .server()
          .heartbeat(task.reference(), details)
          .whenComplete((answer, failure) -> done.complete(null));
    } else {
      done.complete(null);
    }
  }

  // What the heartbeats say; called within decisions.

  Steps steps() {
    return steps;
  }

  AttemptWork work() {
    return work;
  }

  boolean isRunning() {
    return state == ActivityState.RUNNING;
  }

  boolean isReporting() {
    return state == ActivityState.REPORTING;
  }

  boolean isReportInFlight() {
    return report != null && report.inFlight;
  }

  void heartbeatAnswered(Answer.Acknowledged answer) {
    if (!isOpen() || !answer.cancelRequested()) {
      return;
    }
    StopRequest cancelled =
        StopRequest.of(StopRequest.Kind.CANCELLED, "the workflow asked to cancel the activity");
    if (probes.isEmpty()) {
      deliver(cancelled);
    } else {
      // The work has been cancelled already, says whoever reports it: no hook.
      stop = cancelled;
      Probe first = probes.get(0);
      conclude(first.outcome(), first.acknowledged(), true);
    }
  }

  /** Whether no heartbeat can ever succeed after this refusal. */
  boolean isFinal(ActivityCompletionException why) {
    return why instanceof ActivityNotFoundException
        || why instanceof InvalidTaskTokenException
        || why instanceof NamespaceNotFoundException;
  }

  void gone(String why) {
    deliver(StopRequest.of(StopRequest.Kind.GONE, why));
  }

  /** Asks the server how the activity stands; the answer comes within a decision. */
  void look(Consumer<ActivityServer.Standing> then) {
    steps.effect(
        () ->
            services
                .server()
                .look(Objects.requireNonNull(task.id()))
                .thenAccept(standing -> steps.decide(() -> then.accept(standing))));
  }

  /** Ends or stops the attempt if the server no longer waits for it; otherwise answers true. */
  boolean staysOpen(ActivityServer.Standing standing, ActivityCompletionException why) {
    if (standing instanceof ActivityServer.Standing.Pending pending) {
      if (task.attempt() == 0 || pending.attempt() == task.attempt()) {
        return true;
      }
      gone("attempt " + pending.attempt() + " of the activity is current now");
    } else if (standing instanceof ActivityServer.Standing.WorkflowClosed) {
      gone("its workflow is closed");
    } else if (standing instanceof ActivityServer.Standing.NotPending) {
      if (work.completesElsewhere()) {
        closedElsewhere(why);
      } else {
        gone("the activity is closed on the server");
      }
    } else {
      return true; // nobody answered, so nothing is known yet
    }
    return false;
  }

  // Decisions.

  private void closedElsewhere(ActivityCompletionException why) {
    steps.effect(() -> LOG.info("{} was closed elsewhere", task));
    heartbeats.failFlushes(why);
    end("closed elsewhere");
  }

  private void deliver(StopRequest request) {
    if (!isOpen() || !request.outranks(stop)) {
      return;
    }
    stop = request;
    delivered = new ArrayList<>(delivered);
    delivered.add(request);
    if (endsHeartbeats(request)) {
      heartbeats.stop();
      heartbeats.failFlushes(request.toException());
    }
    steps.effect(() -> LOG.debug("{} is asked to stop: {}", task, request));
    steps.effect(() -> work.stopRequested(request));
    if (state == ActivityState.RUNNING) {
      transition(ActivityState.STOPPING);
      graceTimer = services.schedule(() -> steps.decide(this::graceOver), graceNanos);
      askWorkToEnd(request);
    }
  }

  private void askWorkToEnd(StopRequest request) {
    if (work.hasCancelHook()) {
      cancelHook = CancelHook.RUNNING;
      steps.effect(
          () ->
              work.cancel(request)
                  .thenAccept(details -> steps.decide(() -> cancelHookReturned(details))));
    } else {
      steps.effect(work::interrupt);
      steps.effect(work::cancelStage);
    }
  }

  private void cancelHookReturned(@Nullable Bytes details) {
    cancelHook = CancelHook.RETURNED;
    cancelDetails = details;
    if (state == ActivityState.STOPPING) {
      steps.effect(work::interrupt);
      if (endedWhileHookRan) {
        endByStopRequest(null);
      }
    }
  }

  private void graceOver() {
    if (state == ActivityState.STOPPING) {
      steps.effect(work::interrupt);
      steps.effect(work::cancelStage);
      endByStopRequest(null);
    }
  }

  private void endExceptionally(Throwable thrown, Bytes failure, @Nullable Bytes details) {
    if (!isOpen()) {
      steps.effect(() -> LOG.debug("{} threw after its end ({})", task, ending, thrown));
    } else if (stop == null) {
      conclude(new EncodedOutcome.Failed(failure), new CompletableFuture<>(), false);
    } else if (confirms(thrown) || cancelHook == CancelHook.RETURNED || endsHeartbeats(stop)) {
      endByStopRequest(details);
    } else if (cancelHook == CancelHook.RUNNING) {
      // Most likely the hook is the reason: it aborts the work, and the work fails before the hook
      // has returned. Which of the two comes first must not decide the outcome.
      endedWhileHookRan = true;
    } else {
      conclude(new EncodedOutcome.Failed(failure), new CompletableFuture<>(), false);
    }
  }

  private boolean confirms(Throwable thrown) {
    return thrown instanceof CancellationException
        || thrown instanceof InterruptedException
        || (thrown instanceof ActivityStoppedException stopped
            && delivered.stream().anyMatch(request -> request == stopped.stopRequest()));
  }

  /** The end by the highest request, when the work confirmed it or its grace period is over. */
  private void endByStopRequest(@Nullable Bytes details) {
    StopRequest request = Objects.requireNonNull(stop);
    switch (request.kind()) {
      case CANCELLED ->
          conclude(
              new EncodedOutcome.Canceled(details == null ? cancelDetails : details),
              new CompletableFuture<>(),
              false);
      case TIMED_OUT, GONE -> {
        steps.effect(() -> LOG.info("{} ends without a report: {}", task, request.reason()));
        end(request.toString());
      }
      case PAUSED, RESET, SHUTDOWN ->
          throw new IllegalStateException(request.kind() + " does not end an attempt");
    }
  }

  private CompletableFuture<Void> decideExplicitly(EncodedOutcome outcome) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    steps.decide(() -> conclude(outcome, acknowledged, true));
    return acknowledged;
  }

  private void probe(Probe probe) {
    probes = new ArrayList<>(probes);
    probes.add(probe);
    heartbeats.flush(
        failure -> {
          if (isOpen() && !isCancelled(stop)) {
            probes = new ArrayList<>(probes);
            probes.remove(probe);
            settle(
                probe.acknowledged(),
                failure == null ? Refusals.notRequested(task.digest()) : failure);
          }
        });
  }

  /** The one place where an outcome is decided. */
  private void conclude(
      EncodedOutcome outcome, CompletableFuture<Void> acknowledged, boolean callerIsTold) {
    if (!isOpen()) {
      steps.effect(() -> LOG.debug("{}: {} comes after the end ({})", task, outcome, ending));
      settle(acknowledged, alreadyDecided());
      return;
    }
    if (superseded) {
      settle(acknowledged, Refusals.superseded(task.digest()));
      end("superseded");
      return;
    }
    report = new Report(outcome, acknowledged, callerIsTold);
    ending = outcome.toString();
    transition(ActivityState.REPORTING);
    cancelGraceTimer();
    OutcomeAlreadyDecidedException decided = alreadyDecided();
    heartbeats.failFlushes(decided);
    for (Probe probe : probes) {
      if (probe.acknowledged() != acknowledged) {
        settle(probe.acknowledged(), decided);
      }
    }
    probes = List.of();
    send(report);
  }

  private void send(Report sent) {
    sent.inFlight = true;
    Bytes details = heartbeats.details();
    steps.effect(
        () ->
            services
                .server()
                .report(task.reference(), sent.outcome, details)
                .thenAccept(answer -> steps.decide(() -> reportAnswered(sent, answer))));
  }

  private void reportAnswered(Report sent, Answer answer) {
    sent.inFlight = false;
    if (answer instanceof Answer.Acknowledged) {
      settle(sent.acknowledged, null);
      end(ending);
    } else if (answer instanceof Answer.Refused refused) {
      unreported(sent, sharpened(sent, refused.why()));
    } else if (answer instanceof Answer.TryAgain tryAgain) {
      sent.failures++;
      sent.possiblyApplied |= !tryAgain.certainlyNotApplied();
      retryReport(sent, tryAgain);
    }
  }

  private void retryReport(Report sent, Answer.TryAgain tryAgain) {
    long wait =
        Math.max(
            tryAgain.pause().toNanos(), Backoff.CALLS.nanosAfter(sent.failures, services.random()));
    boolean oneTry = stop != null && endsHeartbeats(stop);
    if (oneTry || !withinDeadline(wait)) {
      unreported(sent, tryAgain.why());
    } else {
      services.schedule(() -> steps.decide(() -> resend(sent)), wait);
    }
  }

  private void resend(Report sent) {
    if (state == ActivityState.REPORTING) {
      send(sent);
    }
  }

  private boolean withinDeadline(long waitNanos) {
    Optional<Duration> limit = task.timeLimit();
    long elapsed = services.ticker().nanoTime() - receivedNanos;
    return limit.isEmpty() || elapsed + waitNanos <= limit.get().plus(AFTER_DEADLINE).toNanos();
  }

  private void unreported(Report sent, ActivityCompletionException why) {
    if (!sent.callerIsTold) {
      steps.effect(
          () -> LOG.warn("{} {}, but not accepted: {}", task, sent.outcome, why.getMessage()));
    }
    settle(sent.acknowledged, why);
    end(ending);
  }

  private ActivityCompletionException sharpened(Report sent, ActivityCompletionException why) {
    return why instanceof ActivityNotFoundException notFound && sent.possiblyApplied
        ? Refusals.possiblyApplied(task.digest(), notFound)
        : why;
  }

  private void end(String why) {
    ending = why;
    transition(ActivityState.ENDED);
    heartbeats.stop();
    cancelGraceTimer();
    OutcomeAlreadyDecidedException over = alreadyDecided();
    heartbeats.failFlushes(over);
    probes.forEach(probe -> settle(probe.acknowledged(), over));
    probes = List.of();
    steps.effect(() -> onEnded.accept(this));
    steps.effect(work::ended);
  }

  /** The one place of transition. */
  private void transition(ActivityState next) {
    if (!Objects.requireNonNull(NEXT.get(state)).contains(next)) {
      throw new IllegalStateException(task + " cannot go from " + state + " to " + next);
    }
    state = next;
  }

  private boolean isOpen() {
    return state == ActivityState.RUNNING || state == ActivityState.STOPPING;
  }

  private static boolean isCancelled(@Nullable StopRequest request) {
    return request != null && request.kind() == StopRequest.Kind.CANCELLED;
  }

  // The server no longer waits for the attempt, so nothing can keep it alive.
  private static boolean endsHeartbeats(StopRequest request) {
    return request.kind().compareTo(StopRequest.Kind.TIMED_OUT) >= 0;
  }

  private void cancelGraceTimer() {
    if (graceTimer != null) {
      graceTimer.cancel(false);
      graceTimer = null;
    }
  }

  private void settle(CompletableFuture<Void> future, @Nullable Throwable failure) {
    steps.effect(() -> services.settle(future, null, failure));
  }

  private OutcomeAlreadyDecidedException alreadyDecided() {
    return new OutcomeAlreadyDecidedException(task.digest(), ending);
  }
}
