package dev.longhaul.runtime.internal.connect;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.proto.common.v1.WorkflowExecution;
import dev.longhaul.proto.enums.v1.TaskQueueKind;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.taskqueue.v1.TaskQueue;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionRequest;
import dev.longhaul.proto.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedRequest;
import dev.longhaul.runtime.internal.convert.ProtoPayloads;
import org.jspecify.annotations.Nullable;

/** The requests about one activity, by token and by ids. Immutable. */
final class Requests {
  private final Identity identity;

  Requests(Identity identity) {
    this.identity = identity;
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

  RecordActivityTaskHeartbeatRequest heartbeat(TaskToken token, @Nullable Bytes details) {
    var request =
        RecordActivityTaskHeartbeatRequest.newBuilder()
            .setNamespace(identity.namespace())
            .setIdentity(identity.identity())
            .setTaskToken(bytes(token));
    if (details != null) {
      request.setDetails(ProtoPayloads.parse(details));
    }
    return request.build();
  }

  RecordActivityTaskHeartbeatByIdRequest heartbeat(FullActivityId id, @Nullable Bytes details) {
    var request =
        RecordActivityTaskHeartbeatByIdRequest.newBuilder()
            .setNamespace(identity.namespace())
            .setIdentity(identity.identity())
            .setWorkflowId(id.workflowId())
            .setRunId(id.runId())
            .setActivityId(id.activityId());
    if (details != null) {
      request.setDetails(ProtoPayloads.parse(details));
    }
    return request.build();
  }

  RespondActivityTaskCompletedRequest completed(TaskToken token, @Nullable Bytes result) {
    var request =
        RespondActivityTaskCompletedRequest.newBuilder()
            .setNamespace(identity.namespace())
            .setIdentity(identity.identity())
            .setTaskToken(bytes(token));
    if (result != null) {
      request.setResult(ProtoPayloads.parse(result));
    }
    return request.build();
  }

  RespondActivityTaskCompletedByIdRequest completed(FullActivityId id, @Nullable Bytes result) {
    var request =
        RespondActivityTaskCompletedByIdRequest.newBuilder()
            .setNamespace(identity.namespace())
            .setIdentity(identity.identity())
            .setWorkflowId(id.workflowId())
            .setRunId(id.runId())
            .setActivityId(id.activityId());
    if (result != null) {
      request.setResult(ProtoPayloads.parse(result));
    }
    return request.build();
  }

  RespondActivityTaskFailedRequest failed(
      TaskToken token, Bytes failure, @Nullable Bytes lastDetails) {
    var request =
        RespondActivityTaskFailedRequest.newBuilder()
            .setNamespace(identity.namespace())
            .setIdentity(identity.identity())
            .setTaskToken(bytes(token))
            .setFailure(parseFailure(failure));
    if (lastDetails != null) {
      request.setLastHeartbeatDetails(ProtoPayloads.parse(lastDetails));
    }
    return request.build();
  }

  RespondActivityTaskFailedByIdRequest failed(
      FullActivityId id, Bytes failure, @Nullable Bytes lastDetails) {
    var request =
        RespondActivityTaskFailedByIdRequest.newBuilder()
            .setNamespace(identity.namespace())
            .setIdentity(identity.identity())
            .setWorkflowId(id.workflowId())
            .setRunId(id.runId())
            .setActivityId(id.activityId())
            .setFailure(parseFailure(failure));
    if (lastDetails != null) {
      request.setLastHeartbeatDetails(ProtoPayloads.parse(lastDetails));
    }
    return request.build();
  }

  RespondActivityTaskCanceledRequest canceled(TaskToken token, @Nullable Bytes details) {
    var request =
        RespondActivityTaskCanceledRequest.newBuilder()
            .setNamespace(identity.namespace())
            .setIdentity(identity.identity())
            .setTaskToken(bytes(token));
    if (details != null) {
      request.setDetails(ProtoPayloads.parse(details));
    }
    return request.build();
  }

  RespondActivityTaskCanceledByIdRequest canceled(FullActivityId id, @Nullable Bytes details) {
    var request =
        RespondActivityTaskCanceledByIdRequest.newBuilder()
            .setNamespace(identity.namespace())
            .setIdentity(identity.identity())
            .setWorkflowId(id.workflowId())
            .setRunId(id.runId())
            .setActivityId(id.activityId());
    if (details != null) {
      request.setDetails(ProtoPayloads.parse(details));
    }
    return request.build();
  }

  private static ByteString bytes(TaskToken token) {
    return UnsafeByteOperations.unsafeWrap(token.asReadOnlyBuffer());
  }

  private static Failure parseFailure(Bytes failure) {
    try {
      return Failure.parseFrom(failure.asReadOnlyBuffer());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("bytes that were a serialized failure no longer are", e);
    }
  }
}
