package dev.longhaul.samples.quickstart.story;

import com.google.protobuf.Timestamp;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one story of the server's two accounts: its description of open activities, which has
 * attempts and heartbeats, and the history, which has calls and ends. Confined to the thread that
 * watches.
 */
final class Sightings {
  private final ProgressReader progress;
  private final ActivityListener listener;
  private final Map<String, ActivityTrack> byId = new LinkedHashMap<>();
  private final Map<Long, ActivityTrack> byScheduledEvent = new HashMap<>();

  Sightings(ProgressReader progress, ActivityListener listener) {
    this.progress = progress;
    this.listener = listener;
  }

  List<ActivityRecord> records() {
    return byId.values().stream().map(ActivityTrack::toRecord).toList();
  }

  boolean knows(PendingActivityInfo activity) {
    return byId.containsKey(activity.getActivityId());
  }

  void pending(PendingActivityInfo activity) {
    ActivityTrack track =
        track(
            activity.getActivityId(),
            activity.getActivityType().getName(),
            instant(activity.getScheduledTime()));
    boolean cancelling =
        activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_CANCEL_REQUESTED;
    if (activity.getAttempt() > 1) {
      track.failed(activity.getAttempt(), attemptEnd(activity), reason(activity.getLastFailure()));
    }
    if (cancelling || activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED) {
      track.started(activity.getAttempt(), instant(activity.getLastStartedTime()));
    }
    if (cancelling) {
      track.cancellationRequested();
    }
    if (activity.getHeartbeatDetails().getPayloadsCount() > 0) {
      track.heartbeat(
          instant(activity.getLastHeartbeatTime()),
          () -> progress.read(track.type(), activity.getHeartbeatDetails()));
    }
  }

  void history(HistoryEvent event) {
    Instant at = instant(event.getEventTime());
    switch (event.getEventType()) {
      case EVENT_TYPE_ACTIVITY_TASK_SCHEDULED -> {
        ActivityTaskScheduledEventAttributes call = event.getActivityTaskScheduledEventAttributes();
        ActivityTrack track = track(call.getActivityId(), call.getActivityType().getName(), at);
        byScheduledEvent.put(event.getEventId(), track);
      }
      case EVENT_TYPE_ACTIVITY_TASK_STARTED -> {
        var start = event.getActivityTaskStartedEventAttributes();
        track(start.getScheduledEventId()).started(start.getAttempt(), at);
      }
      case EVENT_TYPE_ACTIVITY_TASK_COMPLETED ->
          track(event.getActivityTaskCompletedEventAttributes().getScheduledEventId())
              .closed(ActivityState.COMPLETED, at, null);
      case EVENT_TYPE_ACTIVITY_TASK_FAILED -> {
        var end = event.getActivityTaskFailedEventAttributes();
        track(end.getScheduledEventId()).closed(ActivityState.FAILED, at, reason(end.getFailure()));
      }
      case EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT -> {
        var end = event.getActivityTaskTimedOutEventAttributes();
        track(end.getScheduledEventId())
            .closed(ActivityState.TIMED_OUT, at, reason(end.getFailure()));
      }
      case EVENT_TYPE_ACTIVITY_TASK_CANCELED ->
          track(event.getActivityTaskCanceledEventAttributes().getScheduledEventId())
              .closed(ActivityState.CANCELLED, at, null);
      default -> {
        // Of the workflow itself, which is not watched.
      }
    }
  }

  private ActivityTrack track(String id, String type, Instant scheduled) {
    return byId.computeIfAbsent(id, newId -> new ActivityTrack(type, scheduled, listener));
  }

  private ActivityTrack track(long scheduledEvent) {
    ActivityTrack track = byScheduledEvent.get(scheduledEvent);
    if (track == null) {
      throw new IllegalStateException("no activity was scheduled by event " + scheduledEvent);
    }
    return track;
  }

  /** Not every server tells when an attempt has ended; then it was before now. */
  private static Instant attemptEnd(PendingActivityInfo activity) {
    return activity.hasLastAttemptCompleteTime()
        ? instant(activity.getLastAttemptCompleteTime())
        : Instant.now();
  }

  private static String reason(Failure failure) {
    return failure.hasTimeoutFailureInfo()
        ? switch (failure.getTimeoutFailureInfo().getTimeoutType()) {
          case TIMEOUT_TYPE_HEARTBEAT -> "its heartbeats stopped";
          default -> "it timed out";
        }
        : failure.getMessage();
  }

  private static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
