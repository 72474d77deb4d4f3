package dev.longhaul.testing.junit5;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.ActivityEnd;
import dev.longhaul.api.ActivityListener;
import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.OutcomeKind;
import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.StopRequest;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeClock;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.junit5.HandlerEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What happened to each activity, told by the runtime and by the calls of the handler. Thread-safe.
 */
final class RunLogs<H> implements ActivityListener {
  private final FakeClock clock;
  private final Instant start;
  private final Map<FullActivityId, RunLog<H>> logs = new ConcurrentHashMap<>();

  RunLogs(FakeClock clock) {
    this.clock = clock;
    this.start = clock.now();
  }

  Duration elapsed() {
    return Duration.between(start, clock.now());
  }

  RunLog<H> of(FakeActivity activity) {
    return of(
        FullActivityId.of(
            FakeTemporalService.NAMESPACE,
            activity.workflowId(),
            activity.runId(),
            activity.activityId()));
  }

  RunLog<H> of(ActivityContext attempt) {
    return of(
        FullActivityId.of(
            attempt.namespace(), attempt.workflowId(), attempt.runId(), attempt.activityId()));
  }

  private RunLog<H> of(ActivitySnapshot activity) {
    return of(activity.id().orElseThrow()); // known of all that were polled
  }

  private RunLog<H> of(FullActivityId id) {
    return logs.computeIfAbsent(id, unused -> new RunLog<>(clock, start));
  }

  @Override
  public void heartbeatSent(ActivitySnapshot activity, Duration lateness) {
    of(activity).add(Kind.HEARTBEAT_SENT, "");
  }

  @Override
  public void heartbeatFailed(ActivitySnapshot activity, Throwable why) {
    of(activity).add(Kind.HEARTBEAT_FAILED, why.getClass().getSimpleName());
  }

  @Override
  public void stopRequested(ActivitySnapshot activity, StopRequest request) {
    of(activity).add(Kind.STOP_REQUESTED, request.kind().name());
  }

  @Override
  public void pauseChanged(ActivitySnapshot activity, PauseEvent event) {
    of(activity).add(Kind.PAUSE_CHANGED, event.name());
  }

  @Override
  public void outcomeDecided(ActivitySnapshot activity, OutcomeKind outcome) {
    of(activity).add(Kind.OUTCOME_DECIDED, outcome.name());
  }

  @Override
  public void ended(ActivitySnapshot activity, ActivityEnd how) {
    of(activity).ended(how);
  }
}
