package dev.longhaul.samples.quickstart.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What has been seen of one activity. The server is asked again and again and tells the same again;
 * only what is new changes anything. Confined to the thread that watches.
 */
final class ActivityTrack {
  private final String type;
  private final Instant scheduled;
  private final ActivityListener listener;
  private final List<AttemptRecord> attempts = new ArrayList<>();
  private final List<HeartbeatRecord> heartbeats = new ArrayList<>();
  private ActivityState state = ActivityState.SCHEDULED;
  private @Nullable Instant closed;

  ActivityTrack(String type, Instant scheduled, ActivityListener listener) {
    this.type = type;
    this.scheduled = scheduled;
    this.listener = listener;
  }

  String type() {
    return type;
  }

  ActivityRecord toRecord() {
    return new ActivityRecord(type, state, scheduled, attempts, heartbeats, closed);
  }

  void started(int attempt, Instant at) {
    // Until it starts, some servers tell when the one before it started.
    if (state.isOpen() && attempt > lastAttempt() && !at.isBefore(lastEnd())) {
      attempts.add(new AttemptRecord(attempt, at, null, null));
      state = ActivityState.RUNNING;
      tell(Change.ATTEMPT_STARTED);
    }
  }

  /** An attempt with a higher number has been scheduled. */
  void failed(int nextAttempt, Instant at, String why) {
    if (nextAttempt > lastAttempt() && endLastAttempt(at, why)) {
      state = ActivityState.SCHEDULED;
      tell(Change.ATTEMPT_FAILED);
    }
  }

  void heartbeat(Instant at, Supplier<Progress> progress) {
    if (isRunning() && at.isAfter(lastSignOfLife())) {
      int number = heartbeats.size() + 1;
      heartbeats.add(new HeartbeatRecord(number, lastAttempt(), at, progress.get()));
      tell(Change.HEARTBEAT);
    }
  }

  void cancellationRequested() {
    if (state.isOpen() && state != ActivityState.CANCELLING) {
      state = ActivityState.CANCELLING;
      tell(Change.CANCELLATION_REQUESTED);
    }
  }

  void closed(ActivityState how, Instant at, @Nullable String why) {
    if (state.isOpen()) {
      endLastAttempt(at, why);
      state = how;
      closed = at;
      tell(Change.CLOSED);
    }
  }

  private boolean endLastAttempt(Instant at, @Nullable String why) {
    int last = attempts.size() - 1;
    if (last < 0 || attempts.get(last).ended() != null) {
      return false;
    }
    attempts.set(last, attempts.get(last).ended(at, why));
    return true;
  }

  private boolean isRunning() {
    return state == ActivityState.RUNNING || state == ActivityState.CANCELLING;
  }

  private int lastAttempt() {
    return attempts.isEmpty() ? 0 : attempts.get(attempts.size() - 1).number();
  }

  private Instant lastEnd() {
    Instant end = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).ended();
    return end == null ? Instant.MIN : end;
  }

  /** The start counts too: where a server takes it for a heartbeat, it is none. */
  private Instant lastSignOfLife() {
    Instant start = attempts.get(attempts.size() - 1).started();
    Instant beat = heartbeats.isEmpty() ? Instant.MIN : heartbeats.get(heartbeats.size() - 1).at();
    return start.isAfter(beat) ? start : beat;
  }

  private void tell(Change change) {
    listener.changed(toRecord(), change);
  }
}
