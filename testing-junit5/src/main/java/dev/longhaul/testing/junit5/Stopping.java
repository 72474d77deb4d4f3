package dev.longhaul.testing.junit5;

import dev.longhaul.api.StopRequest;
import dev.longhaul.proto.enums.v1.TimeoutType;
import dev.longhaul.proto.enums.v1.WorkflowExecutionStatus;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.Rpc;
import dev.longhaul.testing.junit5.HandlerEvent.Kind;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks an attempt to stop, and moves time until it knows. */
final class Stopping {
  private static final Duration LONGEST = Duration.ofDays(400);

  /** One heartbeat tells of it; a second one may be needed where the first was on its way. */
  private static final int ENOUGH_HEARTBEATS = 2;

  private final RunParts<?> parts;
  private final FakeActivity activity;
  private final RunLog<?> log;
  private final int eventsBefore;
  private final long heartbeatsBefore;

  Stopping(RunParts<?> parts, FakeActivity activity, RunLog<?> log) {
    this.parts = parts;
    this.activity = activity;
    this.log = log;
    this.eventsBefore = log.events().size();
    this.heartbeatsBefore = activity.heartbeats().size();
  }

  void stop(StopRequest.Kind kind) {
    switch (kind) {
      case CANCELLED -> activity.requestCancel();
      case PAUSED -> activity.pause();
      case RESET -> reset();
      case GONE ->
          activity.closeWorkflow(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED);
      case SHUTDOWN -> parts.manager().close();
      case TIMED_OUT -> {
        timeOut();
        return;
      }
    }
    parts.machine().settle();
    while (!isTold(kind)) {
      step(kind);
    }
  }

  private void reset() {
    if (activity.attempt() > 1) {
      throw new IllegalArgumentException(
          "a reset takes its token from attempt "
              + activity.attempt()
              + ", which is then told that it is GONE; only attempt 1 is told of a RESET. Run that"
              + " one, or stop this one by GONE");
    }
    activity.reset();
  }

  /** No heartbeat arrives any more, until both sides have given the attempt up. */
  private void timeOut() {
    AtomicBoolean cutOff = new AtomicBoolean(true);
    parts.service().faults().during(cutOff::get, Rpc.HEARTBEAT).refuse(Status.UNAVAILABLE);
    while (!isTold(StopRequest.Kind.TIMED_OUT)) {
      step(StopRequest.Kind.TIMED_OUT);
    }
    activity.timeOut(TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE);
    cutOff.set(false);
  }

  private void step(StopRequest.Kind kind) {
    if (log.end().isPresent()) {
      throw new AssertionError("the attempt ended before it could be told of " + kind);
    } else if (activity.heartbeats().size() - heartbeatsBefore >= ENOUGH_HEARTBEATS) {
      throw new AssertionError(
          "two heartbeats went out, and the attempt was not told of "
              + kind
              + ": the last attempt is not paused, reset or shut down");
    } else if (!parts.machine().step(LONGEST)) {
      throw new AssertionError(
          "the attempt cannot be told of " + kind + ": it never heartbeats, and has no timeout");
    }
  }

  // A released attempt is told nothing, as its work goes on.
  private boolean isTold(StopRequest.Kind kind) {
    List<HandlerEvent> since = log.events();
    since = since.subList(eventsBefore, since.size());
    for (HandlerEvent event : since) {
      if (event.kind() == Kind.STOP_REQUESTED) {
        if (!event.what().equals(kind.name())) {
          throw new AssertionError(
              "the attempt was told of "
                  + event.what()
                  + " before it could be told of "
                  + kind
                  + ": does it heartbeat?");
        }
        return true;
      } else if (kind == StopRequest.Kind.PAUSED && event.kind() == Kind.PAUSE_CHANGED) {
        return true;
      } else if (kind == StopRequest.Kind.SHUTDOWN && event.kind() == Kind.ENDED) {
        return true;
      }
    }
    return false;
  }
}
