package dev.longhaul.runtime.internal.connect;

import com.google.protobuf.ByteString;
import com.google.protobuf.DoubleValue;
import com.google.protobuf.UnsafeByteOperations;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.options.VersioningMode;
import dev.longhaul.api.options.WorkerDeployment;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.proto.common.v1.WorkflowExecution;
import dev.longhaul.proto.deployment.v1.WorkerDeploymentOptions;
import dev.longhaul.proto.enums.v1.TaskQueueKind;
import dev.longhaul.proto.enums.v1.TaskQueueType;
import dev.longhaul.proto.enums.v1.WorkerVersioningMode;
import dev.longhaul.proto.taskqueue.v1.TaskQueue;
import dev.longhaul.proto.taskqueue.v1.TaskQueueMetadata;
import dev.longhaul.proto.workflowservice.v1.DescribeActivityExecutionRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionRequest;
import dev.longhaul.proto.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.ShutdownWorkerRequest;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The requests of one connection. Immutable. */
final class Requests {
  /** More than token, ids, names and identity take in any request. */
  private static final int OVERHEAD = 16 * 1024;

  private final Identity identity;
  private final int maxBytes;
  private final ByteString namespaceField;
  private final @Nullable ByteString identityField;
  private final @Nullable WorkerDeploymentOptions deployment;

  /**
   * @param maxBytes what the server takes
   */
  Requests(Identity identity, int maxBytes) {
    this.identity = identity;
    this.maxBytes = maxBytes;
    this.namespaceField = ByteString.copyFromUtf8(identity.namespace());
    this.identityField = text(identity.identity());
    this.deployment = identity.deployment().map(Requests::message).orElse(null);
  }

  /** The bytes of payloads and failures that a request has room for. */
  int roomForPayloads() {
    return maxBytes - OVERHEAD;
  }

  PollActivityTaskQueueRequest poll(String taskQueue, OptionalDouble maxTasksPerSecond) {
    PollActivityTaskQueueRequest.Builder request =
        PollActivityTaskQueueRequest.newBuilder()
            .setNamespace(identity.namespace())
            .setIdentity(identity.identity())
            .setWorkerInstanceKey(identity.workerInstanceKey())
            .setTaskQueue(queue(taskQueue));
    if (deployment != null) {
      request.setDeploymentOptions(deployment);
    }
    maxTasksPerSecond.ifPresent(
        limit ->
            request.setTaskQueueMetadata(
                TaskQueueMetadata.newBuilder().setMaxTasksPerSecond(DoubleValue.of(limit))));
    return request.build();
  }

  ShutdownWorkerRequest shutdownWorker(String taskQueue) {
    return ShutdownWorkerRequest.newBuilder()
        .setNamespace(identity.namespace())
        .setIdentity(identity.identity())
        .setReason("the process stops polling")
        .setWorkerInstanceKey(identity.workerInstanceKey())
        .setTaskQueue(taskQueue)
        .addTaskQueueTypes(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)
        .build();
  }

  DescribeTaskQueueRequest describeQueue(String taskQueue) {
    return DescribeTaskQueueRequest.newBuilder()
        .setNamespace(identity.namespace())
        .setTaskQueue(queue(taskQueue))
        .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)
        .build();
  }

  private static TaskQueue.Builder queue(String taskQueue) {
    return TaskQueue.newBuilder().setName(taskQueue).setKind(TaskQueueKind.TASK_QUEUE_KIND_NORMAL);
  }

  DescribeWorkflowExecutionRequest describe(FullActivityId id) {
    return DescribeWorkflowExecutionRequest.newBuilder()
        .setNamespace(identity.namespace())
        .setExecution(
            WorkflowExecution.newBuilder().setWorkflowId(id.workflowId()).setRunId(id.runId()))
        .build();
  }

  GetWorkflowExecutionHistoryRequest history(FullActivityId id, int pageSize, ByteString page) {
    return GetWorkflowExecutionHistoryRequest.newBuilder()
        .setNamespace(identity.namespace())
        .setExecution(
            WorkflowExecution.newBuilder().setWorkflowId(id.workflowId()).setRunId(id.runId()))
        .setMaximumPageSize(pageSize)
        .setNextPageToken(page)
        .build();
  }

  DescribeActivityExecutionRequest describeStandalone(FullActivityId id) {
    return DescribeActivityExecutionRequest.newBuilder()
        .setNamespace(identity.namespace())
        .setActivityId(id.activityId())
        .setRunId(id.runId())
        .build();
  }

  ActivityRequest of(Report report, ActivityReference activity) {
    ActivityRequest request = about(activity, report.content(), report.lastDetails());
    OptionalInt field = report.method().deploymentField(activity);
    return deployment == null || field.isEmpty()
        ? request
        : request.with(field.getAsInt(), deployment.toByteString());
  }

  /**
   * A request of any {@link ActivityMethod}.
   *
   * @param content the result, the details or the failure, encoded; null sends none
   * @param lastDetails for failures alone; null sends none. They stay out where they would make the
   *     request too large: then those of the last heartbeat stand, and the failure arrives
   */
  ActivityRequest about(
      ActivityReference activity, @Nullable Bytes content, @Nullable Bytes lastDetails) {
    Bytes details = fit(content, lastDetails) ? lastDetails : null;
    if (activity instanceof TaskToken token) {
      return new ActivityRequest(
          UnsafeByteOperations.unsafeWrap(token.asReadOnlyBuffer()),
          message(content),
          identityField,
          namespaceField,
          message(details));
    }
    FullActivityId id = (FullActivityId) activity;
    return new ActivityRequest(
        namespaceField,
        text(id.workflowId()),
        text(id.runId()),
        text(id.activityId()),
        message(content),
        identityField,
        message(details));
  }

  private boolean fit(@Nullable Bytes content, @Nullable Bytes lastDetails) {
    return content == null
        || lastDetails == null
        || content.size() <= roomForPayloads() - lastDetails.size();
  }

  // An empty text is the same as none; an empty message is not.
  private static @Nullable ByteString text(String value) {
    return value.isEmpty() ? null : ByteString.copyFromUtf8(value);
  }

  private static WorkerDeploymentOptions message(WorkerDeployment given) {
    return WorkerDeploymentOptions.newBuilder()
        .setDeploymentName(given.name())
        .setBuildId(given.buildId())
        .setWorkerVersioningMode(
            given.mode() == VersioningMode.VERSIONED
                ? WorkerVersioningMode.WORKER_VERSIONING_MODE_VERSIONED
                : WorkerVersioningMode.WORKER_VERSIONING_MODE_UNVERSIONED)
        .build();
  }

  private static @Nullable ByteString message(@Nullable Bytes encoded) {
    return encoded == null ? null : UnsafeByteOperations.unsafeWrap(encoded.asReadOnlyBuffer());
  }
}
