package dev.longhaul.runtime.internal.connect;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.proto.common.v1.WorkflowExecution;
import dev.longhaul.proto.enums.v1.TaskQueueKind;
import dev.longhaul.proto.taskqueue.v1.TaskQueue;
import dev.longhaul.proto.workflowservice.v1.DescribeActivityExecutionRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionRequest;
import dev.longhaul.proto.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import org.jspecify.annotations.Nullable;

/** The requests of one connection. Immutable. */
final class Requests {
  /** More than token, ids, names and identity take in any request. */
  private static final int OVERHEAD = 16 * 1024;

  private final Identity identity;
  private final int maxBytes;
  private final ByteString namespaceField;
  private final @Nullable ByteString identityField;

  /**
   * @param maxBytes what the server takes
   */
  Requests(Identity identity, int maxBytes) {
    this.identity = identity;
    this.maxBytes = maxBytes;
    this.namespaceField = ByteString.copyFromUtf8(identity.namespace());
    this.identityField = text(identity.identity());
  }

  /** The bytes of payloads and failures that a request has room for. */
  int roomForPayloads() {
    return maxBytes - OVERHEAD;
  }

  PollActivityTaskQueueRequest poll(String taskQueue) {
    return PollActivityTaskQueueRequest.newBuilder()
        .setNamespace(identity.namespace())
        .setIdentity(identity.identity())
        .setWorkerInstanceKey(identity.workerInstanceKey())
        .setTaskQueue(
            TaskQueue.newBuilder().setName(taskQueue).setKind(TaskQueueKind.TASK_QUEUE_KIND_NORMAL))
        .build();
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

  private static @Nullable ByteString message(@Nullable Bytes encoded) {
    return encoded == null ? null : UnsafeByteOperations.unsafeWrap(encoded.asReadOnlyBuffer());
  }
}
