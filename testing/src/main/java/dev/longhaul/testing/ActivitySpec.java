package dev.longhaul.testing;

import dev.longhaul.proto.common.v1.ActivityType;
import dev.longhaul.proto.common.v1.Header;
import dev.longhaul.proto.common.v1.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.common.v1.Priority;
import dev.longhaul.proto.common.v1.RetryPolicy;
import dev.longhaul.proto.common.v1.WorkflowExecution;
import dev.longhaul.proto.common.v1.WorkflowType;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * An activity as a workflow would schedule it. Immutable: each method returns a changed copy.
 *
 * <p>Where nothing is said: workflow {@code workflow} in its current run or a new one, a number for
 * an activity id, no input, attempt 1, ten minutes from start to close, no other timeout, no retry
 * policy, which means the server's default one.
 */
public final class ActivitySpec {
  private final String taskQueue;
  private final PollActivityTaskQueueResponse task;

  private ActivitySpec(String taskQueue, PollActivityTaskQueueResponse task) {
    this.taskQueue = taskQueue;
    this.task = task;
  }

  /** An activity of this type on this queue. */
  public static ActivitySpec of(String activityType, String taskQueue) {
    return new ActivitySpec(
        taskQueue,
        PollActivityTaskQueueResponse.newBuilder()
            .setActivityType(ActivityType.newBuilder().setName(activityType))
            .setWorkflowType(WorkflowType.newBuilder().setName("TestWorkflow"))
            .setWorkflowExecution(WorkflowExecution.newBuilder().setWorkflowId("workflow"))
            .setStartToCloseTimeout(Protos.duration(Duration.ofMinutes(10)))
            .build());
  }

  /** An activity of its own instead of a workflow's; what is said of a workflow does not count. */
  public ActivitySpec standalone() {
    return with(
        task ->
            task.setWorkflowExecution(WorkflowExecution.getDefaultInstance()).clearWorkflowType());
  }

  /** Another namespace than the service's first; it must be registered. */
  public ActivitySpec namespace(String namespace) {
    return with(task -> task.setWorkflowNamespace(namespace));
  }

  public ActivitySpec workflowId(String workflowId) {
    return with(task -> task.getWorkflowExecutionBuilder().setWorkflowId(workflowId));
  }

  /** A UUID; a run that is not there is opened. */
  public ActivitySpec runId(String runId) {
    return with(task -> task.getWorkflowExecutionBuilder().setRunId(runId));
  }

  /** Must not be that of another pending activity of the run. */
  public ActivitySpec activityId(String activityId) {
    return with(task -> task.setActivityId(activityId));
  }

  /** The arguments, in order. */
  public ActivitySpec input(Payload... values) {
    return with(task -> task.setInput(Payloads.newBuilder().addAllPayloads(List.of(values))));
  }

  public ActivitySpec header(String name, Payload value) {
    Header.Builder header = task.getHeader().toBuilder().putFields(name, value);
    return with(task -> task.setHeader(header));
  }

  public ActivitySpec heartbeatTimeout(Duration timeout) {
    return with(task -> task.setHeartbeatTimeout(Protos.duration(timeout)));
  }

  public ActivitySpec startToCloseTimeout(Duration timeout) {
    return with(task -> task.setStartToCloseTimeout(Protos.duration(timeout)));
  }

  public ActivitySpec scheduleToCloseTimeout(Duration timeout) {
    return with(task -> task.setScheduleToCloseTimeout(Protos.duration(timeout)));
  }

  public ActivitySpec retryPolicy(RetryPolicy policy) {
    return with(task -> task.setRetryPolicy(policy));
  }

  /** A retry policy with this limit only. */
  public ActivitySpec maximumAttempts(int attempts) {
    return with(task -> task.getRetryPolicyBuilder().setMaximumAttempts(attempts));
  }

  /** Scheduled as if the attempts before this one had failed: from 1. */
  public ActivitySpec attempt(int number) {
    return with(task -> task.setAttempt(number));
  }

  /** With the details that the attempts before it left behind. */
  public ActivitySpec heartbeatDetails(Payload... values) {
    return with(
        task -> task.setHeartbeatDetails(Payloads.newBuilder().addAllPayloads(List.of(values))));
  }

  public ActivitySpec priority(Priority priority) {
    return with(task -> task.setPriority(priority));
  }

  boolean isStandalone() {
    return !task.hasWorkflowType();
  }

  String taskQueue() {
    return taskQueue;
  }

  /** What every poll answer of the activity has in common. */
  PollActivityTaskQueueResponse task() {
    return task;
  }

  private ActivitySpec with(Consumer<PollActivityTaskQueueResponse.Builder> change) {
    PollActivityTaskQueueResponse.Builder changed = task.toBuilder();
    change.accept(changed);
    return new ActivitySpec(taskQueue, changed.build());
  }
}
