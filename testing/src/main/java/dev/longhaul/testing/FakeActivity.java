package dev.longhaul.testing;

import com.google.protobuf.ByteString;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.enums.v1.TimeoutType;
import dev.longhaul.proto.enums.v1.WorkflowExecutionStatus;
import dev.longhaul.proto.workflow.v1.PendingActivityInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An activity of the fake service: what a workflow or an operator does to it, and what became of
 * it. Thread-safe. The methods that wait do so in real time, and throw an {@link AssertionError}
 * after ten seconds.
 */
public final class FakeActivity {
  private final ActivityExecution activity;
  private final Lifecycle lifecycle;
  private final Monitor monitor;

  FakeActivity(ActivityExecution activity, Lifecycle lifecycle, Monitor monitor) {
    this.activity = activity;
    this.lifecycle = lifecycle;
    this.monitor = monitor;
  }

  public String workflowId() {
    return activity.run.workflowId();
  }

  public String runId() {
    return activity.run.runId();
  }

  public String activityId() {
    return activity.activityId();
  }

  /** The current attempt, or the last one. */
  public int attempt() {
    return read(() -> activity.attempt);
  }

  /**
   * The token of the running attempt.
   *
   * @throws IllegalStateException if none is running
   */
  public ByteString taskToken() {
    return read(
        () -> {
          requireRunning();
          return activity.token();
        });
  }

  /** Whether the token is that of one of its attempts, past or present. */
  public boolean isToken(ByteString token) {
    TokenContent content = TokenContent.decode(token);
    return content != null && content.names(activity);
  }

  /** As DescribeWorkflowExecution shows it; empty once it is closed. */
  public Optional<PendingActivityInfo> pending() {
    return read(
        () ->
            activity.outcome == null ? Optional.of(WireViews.pending(activity)) : Optional.empty());
  }

  /** How it was closed; empty as long as it is pending. */
  public Optional<ActivityOutcome> outcome() {
    return read(() -> Optional.ofNullable(activity.outcome));
  }

  /** The accepted heartbeats of all attempts, in their order. */
  public List<RecordedHeartbeat> heartbeats() {
    return read(() -> List.copyOf(activity.heartbeats));
  }

  /** The stored details, which the next attempt gets; empty if there are none. */
  public Optional<Payloads> heartbeatDetails() {
    return read(() -> Optional.ofNullable(activity.details));
  }

  /** The workflow requests cancellation: told by heartbeats, or closed at once if not running. */
  public void requestCancel() {
    drive(lifecycle::requestCancel);
  }

  /** An operator pauses it: told by heartbeats, or not dispatched any more. */
  public void pause() {
    drive(lifecycle::pause);
  }

  public void unpause() {
    drive(lifecycle::unpause);
  }

  /** An operator starts its attempts anew: a running attempt above 1 loses its token. */
  public void reset() {
    drive(lifecycle::reset);
  }

  /** The run ends with this status, and all its activities with it. */
  public void closeWorkflow(WorkflowExecutionStatus status) {
    drive(pending -> lifecycle.closeWorkflow(pending.run, status));
  }

  /** Dispatches the next attempt now instead of when the clock gets there. */
  public void endBackoff() {
    drive(lifecycle::endBackoff);
  }

  /**
   * The running attempt times out from start to close.
   *
   * @throws IllegalStateException if another attempt is running, or none, or if it is paused, as no
   *     timeout fires then
   */
  public void timeOut(int attempt) {
    drive(
        pending -> {
          requireRunning();
          if (pending.attempt != attempt) {
            throw new IllegalStateException("attempt " + pending.attempt + " is running");
          }
          timeOut(pending, TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE);
        });
  }

  /**
   * This timeout fires.
   *
   * @throws IllegalStateException if the activity is paused, or if the timeout is one of a running
   *     attempt and none is running
   */
  public void timeOut(TimeoutType type) {
    drive(
        pending -> {
          if (type == TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE
              || type == TimeoutType.TIMEOUT_TYPE_HEARTBEAT) {
            requireRunning();
          }
          timeOut(pending, type);
        });
  }

  /** Waits until an attempt with this number is running. */
  public void awaitStarted(int attempt) {
    monitor.await(
        "attempt " + attempt + " of " + this,
        () -> activity.started && activity.attempt == attempt);
  }

  /** Waits until so many heartbeats were accepted. */
  public void awaitHeartbeats(int count) {
    monitor.await(count + " heartbeats of " + this, () -> activity.heartbeats.size() >= count);
  }

  /** Waits until the activity is closed. */
  public ActivityOutcome awaitOutcome() {
    monitor.await("the outcome of " + this, () -> activity.outcome != null);
    return Objects.requireNonNull(read(() -> activity.outcome));
  }

  @Override
  public String toString() {
    return "FakeActivity[" + activityId() + " of " + workflowId() + "]";
  }

  private void timeOut(ActivityExecution pending, TimeoutType type) {
    if (!pending.canTimeOut()) {
      throw new IllegalStateException("no timeout fires while the activity is paused");
    }
    lifecycle.timeOut(pending, type);
  }

  private void requireRunning() {
    if (!activity.started || activity.outcome != null) {
      throw new IllegalStateException("no attempt is running");
    }
  }

  private void drive(Consumer<ActivityExecution> change) {
    monitor.act(
        () -> {
          if (activity.outcome != null) {
            throw new IllegalStateException("closed already: " + activity.outcome.getClass());
          }
          change.accept(activity);
        });
  }

  private <T> T read(Supplier<T> question) {
    return monitor.decide(question);
  }
}
