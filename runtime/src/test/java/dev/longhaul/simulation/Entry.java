package dev.longhaul.simulation;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.StopRequest;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import org.jspecify.annotations.Nullable;

/** One attempt in the hands of one process, and what was seen of it. */
final class Entry {
  final int number;
  final Start start;
  final WorkerProcess process;
  final ActivityReference reference;
  final FullActivityId id;

  int heartbeatsInFlight;
  int reportsInFlight;
  @Nullable EncodedOutcome sent;
  boolean reportWasUnclear;
  boolean hasDetails;
  boolean accepted;
  boolean endAcknowledged;
  int successes;
  int stopHooks;
  boolean askedToEndWhileReporting;

  /** Its handler may be called. */
  boolean started;

  /** Somebody said what came of it. */
  boolean hasSpoken;

  StopRequest.@Nullable Kind stop;

  /** When its outcome should have been decided, at the latest. */
  long offeredAt = World.NEVER;

  /** What it has to say is worth nothing: it was replaced, or stopped as timed out or gone. */
  boolean outOfPlay;

  Entry(
      int number,
      Start start,
      WorkerProcess process,
      ActivityReference reference,
      FullActivityId id) {
    this.number = number;
    this.start = start;
    this.process = process;
    this.reference = reference;
    this.id = id;
  }

  /** The work has an outcome, now or then. */
  void offers(long at) {
    offeredAt = Math.min(offeredAt, at);
  }

  @Override
  public String toString() {
    return start + " in " + process + " as entry " + number;
  }
}
