package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.ActivityState;
import dev.longhaul.api.InvalidTaskTokenException;
import dev.longhaul.api.NamespaceNotFoundException;
import dev.longhaul.api.OutcomeAlreadyDecidedException;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state machine of one attempt; it decides the one outcome, and every race about it.
 * Thread-safe; no method blocks or calls user code.
 *
 * <p>RUNNING: the work goes on. STOPPING: a stop request that ends it was delivered; the work may
 * still have a result until the grace period is over. REPORTING: the outcome is decided and tried
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

  /** Somebody who reports a cancellation that was not seen yet, and waits for a look. */
  private record Probe(EncodedOutcome.Canceled outcome, CompletableFuture<Void> acknowledged) {}

  private final ActivityTask task;
  private final AttemptWork work;
  private final Services services;
  private final Consumer<Attempt> onEnded;
  private final long receivedNanos;
  private final Steps steps = new Steps();
  private final Heartbeats heartbeats;
  private final StopSequence stop;

  // What follows changes within decisions only; the state is also read without the lock.
  private volatile ActivityState state = ActivityState.RUNNING;
  private boolean superseded;
  private List<Probe> probes = List.of();
  private @Nullable OutcomeReport report;
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
    this.receivedNanos = services.ticker().nanoTime();
    this.heartbeats = new Heartbeats(this, plan, task.lastDetails());
    this.stop = new StopSequence(this, grace.toNanos());
  }

  /** The attempt, without its inputs. */
  public ActivityTask task() {
    return task;
  }

  /** The highest stop request so far. */
  public Optional<StopRequest> currentStopRequest() {
    return Optional.ofNullable(stop.highest());
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

  /** Records details if there are any, and sends the last ones now. */
  public CompletableFuture<Void> heartbeatNow(@Nullable Bytes details) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    steps.decide(() -> heartbeatNow(details, done));
    return done;
  }

  /** The work has a result. Nobody is told of the server's answer; a refusal is logged. */
  public void returned(EncodedOutcome.Completed outcome) {
    steps.decide(() -> conclude(outcome));
  }

  /** The attempt fails, whatever its work does. Nobody is told of the server's answer. */
  public void failed(Bytes failure) {
    steps.decide(() -> conclude(new EncodedOutcome.Failed(failure)));
  }

  /**
   * The work ended exceptionally.
   *
   * @param failure what to report unless this confirms a stop request
   * @param details of the cancellation, where the throwable carried any
   */
  public void threw(Throwable thrown, Bytes failure, @Nullable Bytes details) {
    steps.decide(
        () -> {
          if (!isOpen() || !stop.takes(thrown, details)) {
            conclude(new EncodedOutcome.Failed(failure));
          }
        });
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
          if (!isOpen() || stop.isCancelled()) {
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
      Bytes details = heartbeats.details();
      return new ActivitySnapshot(
          task.digest(),
          task.activityType(),
          Optional.ofNullable(task.id()),
          task.attempt(),
          state,
          Duration.ofNanos(ageNanos()),
          heartbeats.sinceAcknowledged(),
          heartbeats.untilDue(),
          details == null ? OptionalInt.empty() : OptionalInt.of(details.size()),
          currentStopRequest());
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
          gone(why);
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
          boolean beats = heartbeats.untilDue().isPresent();
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

  // What heartbeats, stop sequence and report need; all within decisions.

  Steps steps() {
    return steps;
  }

  AttemptWork work() {
    return work;
  }

  Services services() {
    return services;
  }

  Heartbeats heartbeats() {
    return heartbeats;
  }

  long ageNanos() {
    return services.ticker().nanoTime() - receivedNanos;
  }

  boolean isOpen() {
    return state == ActivityState.RUNNING || state == ActivityState.STOPPING;
  }

  boolean isRunning() {
    return state == ActivityState.RUNNING;
  }

  boolean isReporting() {
    return state == ActivityState.REPORTING;
  }

  boolean isReportInFlight() {
    return report != null && report.inFlight();
  }

  void stopping() {
    transition(ActivityState.STOPPING);
  }

  void heartbeatAnswered(Answer.Acknowledged answer) {
    if (!isOpen() || !answer.cancelRequested()) {
      return;
    }
    StopRequest cancelled =
        StopRequest.of(StopRequest.Kind.CANCELLED, "the workflow asked to cancel the activity");
    if (probes.isEmpty()) {
      stop.deliver(cancelled);
    } else {
      // Whoever reports the cancellation says that the work has ended: there is nothing to stop.
      stop.note(cancelled);
      conclude(probes.get(0).outcome(), probes.get(0).acknowledged(), true);
    }
  }

  /** Whether no heartbeat can ever succeed after this refusal. */
  static boolean isFinal(ActivityCompletionException why) {
    return why instanceof ActivityNotFoundException
        || why instanceof InvalidTaskTokenException
        || why instanceof NamespaceNotFoundException;
  }

  void gone(String why) {
    stop.deliver(StopRequest.of(StopRequest.Kind.GONE, why));
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
      closed(why);
    } else {
      return true; // nobody answered, so nothing is known yet
    }
    return false;
  }

  // For work that anyone may complete this is the normal end, and nothing is to be stopped.
  private void closed(ActivityCompletionException why) {
    if (work.completesElsewhere()) {
      steps.effect(() -> LOG.info("{} was closed elsewhere", task));
      heartbeats.failFlushes(why);
      end("closed elsewhere");
    } else {
      gone("the activity is closed on the server");
    }
  }

  private void heartbeatNow(@Nullable Bytes details, CompletableFuture<Void> done) {
    if (!isOpen()) {
      settle(done, alreadyDecided());
    } else if (stop.isTooLate()) {
      settle(done, Objects.requireNonNull(stop.highest()).toException());
    } else {
      if (details != null) {
        heartbeats.record(details);
      }
      heartbeats.flush(failure -> settle(done, failure));
    }
  }

  private void probe(Probe probe) {
    probes = new ArrayList<>(probes);
    probes.add(probe);
    heartbeats.flush(
        failure -> {
          // If it is no longer among them, its outcome was decided or refused.
          List<Probe> others = new ArrayList<>(probes);
          if (others.remove(probe)) {
            probes = others;
            settle(
                probe.acknowledged(),
                failure == null ? Refusals.notRequested(task.digest()) : failure);
          }
        });
  }

  private CompletableFuture<Void> decideExplicitly(EncodedOutcome outcome) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    steps.decide(() -> conclude(outcome, acknowledged, true));
    return acknowledged;
  }

  void conclude(EncodedOutcome outcome) {
    conclude(outcome, new CompletableFuture<>(), false);
  }

  /** The one place where an outcome is decided. */
  private void conclude(
      EncodedOutcome outcome, CompletableFuture<Void> acknowledged, boolean callerIsTold) {
    if (!isOpen()) {
      steps.effect(() -> LOG.debug("{}: {} comes after its end ({})", task, outcome, ending));
      settle(acknowledged, alreadyDecided());
      return;
    }
    if (superseded) {
      settle(acknowledged, Refusals.superseded(task.digest()));
      end("superseded");
      return;
    }
    ending = outcome.toString();
    transition(ActivityState.REPORTING);
    report = new OutcomeReport(this, outcome, acknowledged, callerIsTold, stop.isTooLate());
    probes = probes.stream().filter(probe -> probe.acknowledged() != acknowledged).toList();
    nothingElseCounts();
    report.send();
  }

  void end(String why) {
    ending = why;
    transition(ActivityState.ENDED);
    heartbeats.stop();
    nothingElseCounts();
    steps.effect(() -> onEnded.accept(this));
    steps.effect(work::ended);
  }

  private void nothingElseCounts() {
    OutcomeAlreadyDecidedException decided = alreadyDecided();
    stop.over();
    probes.forEach(probe -> settle(probe.acknowledged(), decided));
    probes = List.of();
    heartbeats.failFlushes(decided);
  }

  /** The one place of transition. */
  private void transition(ActivityState next) {
    if (!Objects.requireNonNull(NEXT.get(state)).contains(next)) {
      throw new IllegalStateException(task + " cannot go from " + state + " to " + next);
    }
    state = next;
  }

  void settle(CompletableFuture<Void> future, @Nullable Throwable failure) {
    steps.effect(() -> services.settle(future, null, failure));
  }

  private OutcomeAlreadyDecidedException alreadyDecided() {
    return new OutcomeAlreadyDecidedException(task.digest(), ending);
  }
}
