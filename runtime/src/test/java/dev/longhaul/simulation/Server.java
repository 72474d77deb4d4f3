package dev.longhaul.simulation;

import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.manage.ActivityServer.Standing;
import dev.longhaul.runtime.internal.manage.Answer;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import dev.longhaul.simulation.Execution.Phase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Temporal server as far as activities see it: what {@code docs/server-behaviour.md} lists, in
 * memory.
 */
final class Server {
  private static final int ACTIVITIES_OF_A_RUN = 4;

  private final World world;
  private final Rules rules;
  private final Operators operators;
  private final Timeouts timeouts;
  private final Deque<Execution> queue = new ArrayDeque<>();
  private final List<Poll> polls = new ArrayList<>();
  private @Nullable Run filling;
  private int started;
  private int scheduled;
  private int open;

  private record Poll(WorkerProcess process, Consumer<Start> answer) {}

  Server(World world, Rules rules) {
    this.world = world;
    this.rules = rules;
    this.operators = new Operators(world, this);
    this.timeouts = new Timeouts(world, this);
  }

  /** How many activities are open. */
  int open() {
    return open;
  }

  /** How many activities there have been. */
  int scheduled() {
    return scheduled;
  }

  /** A workflow schedules an activity. */
  void schedule(Kind kind) {
    if (filling == null || !filling.open || scheduled % ACTIVITIES_OF_A_RUN == 0) {
      filling = new Run(scheduled);
    }
    Execution activity = new Execution(filling, "activity-" + scheduled++, kind, world);
    filling.activities.add(activity);
    open++;
    operators.watch(activity);
    enqueue(activity);
  }

  void poll(WorkerProcess process, Consumer<Start> answer) {
    polls.add(new Poll(process, answer));
    world.after(world.between(0, 0.05), this::match);
  }

  /** The process polls no more; answers whether it did. */
  boolean cancelPolls(WorkerProcess process) {
    return polls.removeIf(poll -> poll.process() == process);
  }

  private void enqueue(Execution activity) {
    activity.phase = Phase.QUEUED;
    queue.add(activity);
    world.after(world.between(0, 0.05), this::match);
  }

  private void match() {
    queue.removeIf(activity -> !activity.isOpen() || activity.phase != Phase.QUEUED);
    if (polls.isEmpty() || queue.isEmpty()) {
      return;
    }
    Execution activity = queue.remove();
    Start start = new Start(activity, started++, Temper.of(world), world.now());
    activity.phase = Phase.STARTED;
    activity.current = start;
    trace(
        activity,
        "starts attempt "
            + start.attempt
            + " of "
            + activity.maximumAttempts
            + ": "
            + start.temper);
    timeouts.watch(start);
    polls.remove(world.below(polls.size())).answer().accept(start);
  }

  // What workers call.

  Answer heartbeat(Entry from, @Nullable Bytes details) {
    Start start = find(from);
    trace(from.start.activity, "a heartbeat of entry " + from.number + " arrives for " + start);
    if (start == null) {
      return Answers.notFound();
    }
    start.beatAt = world.now();
    start.activity.details = details;
    return new Answer.Acknowledged(
        start.activity.cancelRequested, start.activity.paused, start.activity.reset);
  }

  Answer report(Entry from, EncodedOutcome outcome, @Nullable Bytes lastDetails) {
    Execution activity = from.start.activity;
    Start start = find(from);
    trace(activity, outcome + " of entry " + from.number + " arrives for " + start);
    if (start == null) {
      return completesWithoutAStart(from, outcome) ? accept(activity, from) : Answers.notFound();
    }
    if (outcome instanceof EncodedOutcome.Canceled && !activity.cancelRequested) {
      rules.broken(Rule.CANCELED_ONLY_IF_ASKED, from, "reports a cancellation");
      return Answers.cancellationNotRequested();
    }
    rules.require(
        start.acceptedFrom == null, Rule.ONE_OUTCOME, from, "is accepted though " + start + " was");
    start.acceptedFrom = from;
    start.over = true;
    if (outcome instanceof EncodedOutcome.Failed failed && !Answers.isForGood(failed)) {
      from.accepted = true;
      if (lastDetails != null) {
        activity.details = lastDetails;
      }
      retry(activity);
      return Answer.Acknowledged.PLAIN;
    }
    return accept(activity, from);
  }

  private Answer accept(Execution activity, Entry from) {
    from.accepted = true;
    activity.reported = true;
    close(activity);
    return Answer.Acknowledged.PLAIN;
  }

  // By ids a completion closes an activity that waits for its next attempt.
  private static boolean completesWithoutAStart(Entry from, EncodedOutcome outcome) {
    return outcome instanceof EncodedOutcome.Completed
        && !(from.reference instanceof TaskToken)
        && from.start.activity.isOpen();
  }

  private static @Nullable Start find(Entry from) {
    Execution activity = from.start.activity;
    Start current = activity.phase == Phase.STARTED && activity.run.open ? activity.current : null;
    boolean fits =
        current != null
            && (!(from.reference instanceof TaskToken)
                || (current == from.start && current.tokenIsGood));
    return fits ? current : null;
  }

  Standing look(Execution activity) {
    if (!activity.run.open) {
      return new Standing.WorkflowClosed();
    }
    return activity.isOpen() ? new Standing.Pending(activity.attempt) : new Standing.NotPending();
  }

  // What ends activities and attempts otherwise.

  /** Somebody completes the activity from elsewhere. */
  void completeElsewhere(Execution activity) {
    if (activity.isOpen() && activity.phase == Phase.STARTED) {
      activity.reported = true;
      close(activity);
    }
  }

  /** The attempt has failed: another one follows, or none. */
  void retry(Execution activity) {
    boolean last = activity.maximumAttempts > 0 && activity.attempt >= activity.maximumAttempts;
    if (activity.cancelRequested || (last && !activity.paused && !activity.reset)) {
      close(activity);
      return;
    }
    activity.attempt = activity.reset ? 1 : activity.attempt + 1;
    activity.reset = false;
    activity.phase = Phase.WAITING;
    if (!activity.paused) {
      world.after(world.between(0.1, 5), () -> goOn(activity));
    }
  }

  /** Waits no longer. */
  void goOn(Execution activity) {
    if (activity.isOpen() && activity.phase == Phase.WAITING && !activity.paused) {
      enqueue(activity);
    }
  }

  void close(Execution activity) {
    if (activity.phase != Phase.CLOSED) {
      trace(activity, "is closed");
      activity.phase = Phase.CLOSED;
      open--;
      if (activity.current != null) {
        activity.current.over = true;
      }
    }
  }

  /** The workflow ends, and all its activities with it. */
  void close(Run run) {
    run.open = false;
    run.activities.forEach(this::close);
  }

  void trace(Execution activity, String what) {
    world.trace(activity, () -> "server: " + what);
  }

  Timeouts timeouts() {
    return timeouts;
  }
}
