package dev.longhaul.testing;

import com.google.protobuf.ByteString;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.testing.ActivityTable.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What the server stores of one activity. Used under the service's lock. */
final class ActivityExecution {
  final WorkflowRun run;
  final ActivitySpec spec;
  final ActivityTimeouts timeouts;
  final Instant scheduledAt;
  final List<RecordedHeartbeat> heartbeats = new ArrayList<>();
  private final long scheduledEventId;
  private final String activityId;

  int attempt;
  boolean started;
  boolean paused;
  boolean cancelRequested;
  boolean reset;
  String lastIdentity = "";
  Instant attemptScheduledAt;
  @Nullable Instant startedAt;
  @Nullable Instant attemptEndedAt;
  @Nullable Instant pausedAt;
  @Nullable Instant lastHeartbeatAt;
  @Nullable Payloads details;
  @Nullable Failure lastFailure;
  @Nullable Backoff backoff;
  @Nullable Future<?> timeoutTimer;
  @Nullable ActivityOutcome outcome;

  /** The wait before the next attempt. */
  record Backoff(Duration delay, Instant until, Future<?> timer) {}

  ActivityExecution(WorkflowRun run, ActivitySpec spec, Instant now) {
    this.run = run;
    this.spec = spec;
    this.timeouts = ActivityTimeouts.of(spec.task());
    this.attempt = Math.max(1, spec.task().getAttempt());
    this.details = spec.task().hasHeartbeatDetails() ? spec.task().getHeartbeatDetails() : null;
    this.scheduledAt = now;
    this.attemptScheduledAt = now;
    this.scheduledEventId = run.newEventId();
    this.activityId = activityId(run, spec.task().getActivityId(), scheduledEventId);
  }

  private static String activityId(WorkflowRun run, String asked, long scheduledEventId) {
    if (run.standaloneId() != null) {
      return run.standaloneId();
    }
    return asked.isEmpty() ? Long.toString(scheduledEventId) : asked;
  }

  String activityId() {
    return activityId;
  }

  long scheduledEventId() {
    return scheduledEventId;
  }

  State state() {
    if (outcome != null) {
      return State.NOT_PENDING;
    } else if (!started) {
      return State.NOT_STARTED;
    } else if (cancelRequested) {
      return State.CANCEL_REQUESTED;
    }
    return paused ? State.PAUSED_WHILE_STARTED : State.STARTED;
  }

  boolean isStandalone() {
    return run.isStandalone();
  }

  ByteString token() {
    return new TokenContent(
            run.namespace().id(), run.workflowId(), run.runId(), scheduledEventId, attempt)
        .encode();
  }

  /** Flags are those from before the heartbeat; of a standalone activity only the weightiest. */
  ActivityAnswer flags() {
    boolean one = isStandalone();
    return new ActivityAnswer(
        cancelRequested,
        paused && !(one && (cancelRequested || reset)),
        reset && !(one && cancelRequested),
        List.of());
  }

  /** The number of the attempt after this one. */
  int nextAttempt() {
    return isStandalone() && reset ? 1 : attempt + 1;
  }

  /** Replaces the details, also by none. */
  void recordHeartbeat(@Nullable Payloads newDetails, String identity, Instant now) {
    heartbeats.add(new RecordedHeartbeat(newDetails, identity, attempt, now));
    details = newDetails;
    lastHeartbeatAt = now;
    seen(identity);
  }

  void start(String identity, Instant now) {
    started = true;
    startedAt = now;
    lastHeartbeatAt = null;
    seen(identity);
  }

  /** A pause stops the timeouts, but not those of a standalone activity's running attempt. */
  boolean canTimeOut() {
    return outcome == null && (!paused || (isStandalone() && started));
  }

  /** Ends the running attempt, if any; the next one has not been scheduled yet. */
  void endAttempt(Instant now) {
    started = false;
    attemptEndedAt = now;
  }

  void scheduleAttempt(int number, Instant at) {
    attempt = number;
    attemptScheduledAt = at;
    reset = false;
  }

  void unpause() {
    paused = false;
    pausedAt = null;
  }

  void stopBackoff() {
    if (backoff != null) {
      backoff.timer().cancel(false);
      backoff = null;
    }
  }

  private void seen(String identity) {
    if (!identity.isEmpty()) {
      lastIdentity = identity;
    }
  }
}
