package dev.longhaul.simulation;

import dev.longhaul.api.StopRequest;
import dev.longhaul.api.TaskToken;
import java.time.Duration;

/** Judges what became of the attempts of one process. */
final class Verdict {
  /** The longest back-offs and slow tries are over. */
  private static final long SETTLED = Duration.ofSeconds(30).toNanos();

  /** An outcome is reported: after the grace period, if need be. */
  private static final long SOON = Duration.ofSeconds(15).toNanos();

  /** As above, if there was trouble before. */
  private static final long IN_THE_END = Duration.ofSeconds(60).toNanos();

  /** Nobody doubts for longer. */
  private static final long DOUBT = Duration.ofSeconds(90).toNanos();

  private final World world;
  private final Rules rules;
  private final WorkerProcess process;

  Verdict(World world, Rules rules, WorkerProcess process) {
    this.world = world;
    this.rules = rules;
    this.process = process;
  }

  /** The server ends the attempt since its time is over. */
  void timedOut(Entry entry, boolean silent) {
    left(entry);
    rules.require(
        !(silent && shouldHaveBeaten(entry)), Rule.KEPT_ALIVE, entry, "has no heartbeat in time");
  }

  /** The attempt is still open on the server, or times out there. */
  void left(Entry entry) {
    rules.require(
        !shouldHaveReported(entry), Rule.NO_OUTCOME_LOST, entry, "has an outcome, not reported");
  }

  private boolean shouldHaveReported(Entry entry) {
    if (entry.outOfPlay || entry.offeredAt > world.now() || !canBeReported(entry.start, entry)) {
      return false;
    }
    long since = process.wellSince();
    long time = world.now() - Math.max(entry.offeredAt, since);
    return since != World.NEVER && time > (entry.offeredAt - since > SETTLED ? SOON : IN_THE_END);
  }

  // A pause that nobody here hears of makes the attempt outlive its time.
  private boolean canBeReported(Start start, Entry entry) {
    boolean beyond = world.now() - start.startedAt > start.activity.startToClose.toNanos();
    boolean anotherAttempt = start.everReset && !(entry.reference instanceof TaskToken);
    return start.isCurrent()
        && start.tokenIsGood
        && !anotherAttempt
        && !(start.everPaused && beyond);
  }

  private boolean shouldHaveBeaten(Entry entry) {
    Start start = entry.start;
    return !entry.outOfPlay
        && entry.offeredAt == World.NEVER
        && start.entries.size() == 1
        && start.tokenIsGood
        && start.activity.kind.beats()
        && hookIsWell(start)
        && !process.isClosing()
        && hasBeenWellFor(start.activity.heartbeatTimeout.toNanos() + SETTLED);
  }

  // Otherwise the work rightly looks dead to its process, even if another one beats for it by ids.
  private static boolean hookIsWell(Start start) {
    return !start.activity.kind.heartbeatHook() || start.temper.heartbeatHook().isWell();
  }

  /** The work was told to stop. */
  void stopped(Entry entry, StopRequest.Kind kind) {
    switch (kind) {
      case CANCELLED, RESET, SHUTDOWN, PAUSED -> entry.offers(world.now() + SOON);
      case TIMED_OUT, GONE -> {
        rules.require(
            entry.outOfPlay || !isStoppedForNothing(entry, kind),
            Rule.NOT_STOPPED_FOR_NOTHING,
            entry,
            "is told " + kind);
        entry.outOfPlay = true;
      }
    }
  }

  /** The process has ended. */
  void ended(Entry entry) {
    Kind kind = entry.start.activity.kind;
    boolean owed = kind.form().hasHandler() && kind.cancelHook() && entry.stop != null;
    rules.require(
        !owed || !entry.started || entry.hasSpoken || entry.stopHooks == 1,
        Rule.STOP_HOOK_CALLED,
        entry,
        "was to stop, but its hook was not called");
  }

  private boolean isStoppedForNothing(Entry entry, StopRequest.Kind kind) {
    Start start = entry.start;
    boolean waitedFor = start.isCurrent() && start.tokenIsGood && !start.everReset;
    long doubt = start.activity.heartbeatTimeout.toNanos() + DOUBT;
    return waitedFor
        && (kind == StopRequest.Kind.GONE || (!start.everPaused && hookIsWell(start)))
        && hasBeenWellFor(doubt);
  }

  private boolean hasBeenWellFor(long nanos) {
    long since = process.wellSince();
    return since != World.NEVER && world.now() - since > nanos;
  }
}
