package dev.longhaul.testing;

import dev.longhaul.proto.enums.v1.WorkflowExecutionStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a workflow, and its pending activities; or a standalone activity, which is a run by
 * itself, without a workflow id. Used under the service's lock.
 */
final class WorkflowRun {
  // Where a history has its first activity: after the start and one workflow task.
  private static final long FIRST_ACTIVITY_EVENT = 5;

  private final Namespaces.Namespace namespace;
  private final String workflowId;
  private final String runId;
  private final @Nullable String standaloneId;
  private final Instant startedAt;
  private final List<ActivityExecution> pending = new ArrayList<>();
  private WorkflowExecutionStatus status =
      WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  private @Nullable Instant closedAt;
  private long nextEventId = FIRST_ACTIVITY_EVENT;

  WorkflowRun(
      Namespaces.Namespace namespace,
      String workflowId,
      String runId,
      @Nullable String standaloneId,
      Instant startedAt) {
    this.namespace = namespace;
    this.workflowId = workflowId;
    this.runId = runId;
    this.standaloneId = standaloneId;
    this.startedAt = startedAt;
  }

  Namespaces.Namespace namespace() {
    return namespace;
  }

  String workflowId() {
    return workflowId;
  }

  String runId() {
    return runId;
  }

  Instant startedAt() {
    return startedAt;
  }

  @Nullable Instant closedAt() {
    return closedAt;
  }

  WorkflowExecutionStatus status() {
    return status;
  }

  /** The id of the activity that is this run; null, if this is a workflow's. */
  @Nullable String standaloneId() {
    return standaloneId;
  }

  boolean isStandalone() {
    return standaloneId != null;
  }

  boolean isOpen() {
    return closedAt == null;
  }

  long newEventId() {
    return nextEventId++;
  }

  void close(WorkflowExecutionStatus newStatus, Instant now) {
    status = newStatus;
    closedAt = now;
  }

  void add(ActivityExecution activity) {
    if (byId(activity.activityId()) != null) {
      throw new IllegalArgumentException(
          "activity id " + activity.activityId() + " is pending already in " + runId);
    }
    pending.add(activity);
  }

  void remove(ActivityExecution activity) {
    pending.remove(activity);
  }

  /** A copy: closing an activity takes it out. */
  List<ActivityExecution> pending() {
    return List.copyOf(pending);
  }

  @Nullable ActivityExecution byId(String activityId) {
    return pending.stream()
        .filter(activity -> activity.activityId().equals(activityId))
        .findFirst()
        .orElse(null);
  }

  @Nullable ActivityExecution byEventId(long scheduledEventId) {
    return pending.stream()
        .filter(activity -> activity.scheduledEventId() == scheduledEventId)
        .findFirst()
        .orElse(null);
  }
}
