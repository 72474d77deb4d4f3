package dev.longhaul.simulation;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.payload.Bytes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An activity as the server has it. Changes by {@link Server} alone. */
final class Execution {

  enum Phase {
    /** Backs off, or is parked by a pause. */
    WAITING,
    QUEUED,
    STARTED,
    CLOSED
  }

  final Run run;
  final FullActivityId id;
  final Kind kind;
  final Duration heartbeatTimeout;
  final Duration startToClose;
  final int maximumAttempts;

  Phase phase = Phase.WAITING;
  int attempt = 1;
  @Nullable Start current;
  @Nullable Bytes details;
  boolean cancelRequested;
  boolean paused;
  boolean reset;
  boolean reported;

  Execution(Run run, String activityId, Kind kind, World world) {
    this.run = run;
    this.id = FullActivityId.of("default", run.workflowId, run.runId, activityId);
    this.kind = kind;
    this.heartbeatTimeout = world.chance(0.2) ? Duration.ZERO : world.duration(5, 40);
    this.startToClose = world.duration(20, 240);
    this.maximumAttempts = world.oneOf(0, 1, 2, 5);
  }

  boolean isOpen() {
    return phase != Phase.CLOSED && run.open;
  }

  @Override
  public String toString() {
    return "activity " + id.activityId() + " (" + kind + ")";
  }
}
