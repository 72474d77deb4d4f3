package dev.longhaul.runtime.internal.connect;

import com.google.protobuf.Timestamp;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.Priority;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import dev.longhaul.runtime.internal.convert.ProtoPayloads;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tasks that polls bring. Immutable.
 *
 * @param namespace of tasks that do not tell theirs
 */
record PolledTasks(String namespace, InstantSource wallClock) {

  /** The task, if there is one. */
  Optional<ActivityTask> task(PollActivityTaskQueueResponse response) {
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
    String told = response.getWorkflowNamespace();
    boolean standalone = !response.getActivityRunId().isEmpty();
    return new FullActivityId(
        told.isEmpty() ? namespace : told,
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
