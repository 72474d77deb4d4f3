package dev.longhaul.runtime.internal.connect;

import com.google.protobuf.Timestamp;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.Priority;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.runtime.internal.convert.ProtoPayloads;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Polls of task queues, one at a time each. Thread-safe. */
public final class TaskPolls {
  /** The server answers after 60 s at the latest; the SDKs allow 10 s more. */
  private static final Duration POLL_TIMEOUT = Duration.ofSeconds(70);

  private final Calls calls;
  private final Requests requests;
  private final Identity identity;
  private final InstantSource wallClock;

  TaskPolls(Calls calls, Requests requests, Identity identity, InstantSource wallClock) {
    this.calls = calls;
    this.requests = requests;
    this.identity = identity;
    this.wallClock = wallClock;
  }

  /**
   * A poll that is under way.
   *
   * @param task completes on a network thread; empty if there was no task; fails with a {@link
   *     PollException}
   * @param cancel gives the poll up; a task that the server has matched meanwhile is lost until its
   *     timeout
   */
  public record Poll(CompletableFuture<Optional<ActivityTask>> task, Runnable cancel) {}

  /** Polls a task queue for one task. */
  public Poll poll(String taskQueue) {
    var pending =
        calls.startCancellable(
            WorkflowServiceGrpc.getPollActivityTaskQueueMethod(),
            requests.poll(taskQueue),
            POLL_TIMEOUT);
    CompletableFuture<Optional<ActivityTask>> task =
        pending
            .answer()
            .handle(
                (response, failure) -> {
                  if (failure != null) {
                    throw new PollException(RpcFailure.of(failure));
                  }
                  return task(response);
                });
    return new Poll(task, pending.cancel());
  }

  private Optional<ActivityTask> task(PollActivityTaskQueueResponse response) {
    if (response.getTaskToken().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ActivityTask(
            TaskToken.of(response.getTaskToken().asReadOnlyByteBuffer()),
            id(response),
            response.getActivityType().getName(),
            response.getAttempt(),
            response.getRetryPolicy().getMaximumAttempts(),
            wallClock.instant(),
            positive(response.getStartToCloseTimeout()),
            leftOfScheduleToClose(response),
            duration(response.getHeartbeatTimeout()),
            headers(response),
            priority(response),
            ProtoPayloads.serialized(response.getInput()),
            ProtoPayloads.serialized(response.getHeartbeatDetails())));
  }

  private FullActivityId id(PollActivityTaskQueueResponse response) {
    String namespace =
        response.getWorkflowNamespace().isEmpty()
            ? identity.namespace()
            : response.getWorkflowNamespace();
    boolean standalone = !response.getActivityRunId().isEmpty();
    return new FullActivityId(
        namespace,
        response.getWorkflowExecution().getWorkflowId(),
        standalone ? response.getActivityRunId() : response.getWorkflowExecution().getRunId(),
        response.getActivityId());
  }

  // By the server's clock alone: ours may differ.
  private static @Nullable Duration leftOfScheduleToClose(PollActivityTaskQueueResponse response) {
    Duration all = positive(response.getScheduleToCloseTimeout());
    if (all == null || !response.hasScheduledTime() || !response.hasStartedTime()) {
      return all;
    }
    return all.minus(
        Duration.between(instant(response.getScheduledTime()), instant(response.getStartedTime())));
  }

  private static Map<String, Payload> headers(PollActivityTaskQueueResponse response) {
    Map<String, Payload> headers = new HashMap<>();
    response
        .getHeader()
        .getFieldsMap()
        .forEach((key, value) -> headers.put(key, ProtoPayloads.fromProto(value)));
    return Map.copyOf(headers);
  }

  private static Priority priority(PollActivityTaskQueueResponse response) {
    var priority = response.getPriority();
    return response.hasPriority()
        ? new Priority(
            priority.getPriorityKey(), priority.getFairnessKey(), priority.getFairnessWeight())
        : Priority.DEFAULT;
  }

  private static @Nullable Duration positive(com.google.protobuf.Duration message) {
    Duration duration = duration(message);
    return duration.isZero() ? null : duration;
  }

  private static Duration duration(com.google.protobuf.Duration message) {
    return Duration.ofSeconds(message.getSeconds(), message.getNanos());
  }

  private static Instant instant(Timestamp message) {
    return Instant.ofEpochSecond(message.getSeconds(), message.getNanos());
  }
}
