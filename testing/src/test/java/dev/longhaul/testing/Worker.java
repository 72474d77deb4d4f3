package dev.longhaul.testing;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.longhaul.proto.common.v1.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.taskqueue.v1.TaskQueue;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.testing.ActivityTable.Call;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.concurrent.TimeUnit;

/** The plainest worker: blocking calls, nothing else. */
final class Worker {
  static final String QUEUE = "queue";
  static final String IDENTITY = "worker";

  private final WorkflowServiceGrpc.WorkflowServiceBlockingStub stub;

  Worker(FakeTemporalService service) {
    this.stub = WorkflowServiceGrpc.newBlockingStub(service.newChannel());
  }

  WorkflowServiceGrpc.WorkflowServiceBlockingStub stub() {
    return stub.withDeadlineAfter(10, TimeUnit.SECONDS);
  }

  PollActivityTaskQueueResponse poll() {
    return stub().pollActivityTaskQueue(pollRequest(QUEUE));
  }

  ByteString pollToken() {
    return poll().getTaskToken();
  }

  ByteString pollToken(String queue) {
    return stub().pollActivityTaskQueue(pollRequest(queue)).getTaskToken();
  }

  static PollActivityTaskQueueRequest pollRequest(String queue) {
    return PollActivityTaskQueueRequest.newBuilder()
        .setNamespace(FakeTemporalService.NAMESPACE)
        .setTaskQueue(TaskQueue.newBuilder().setName(queue))
        .setIdentity(IDENTITY)
        .build();
  }

  RecordActivityTaskHeartbeatResponse heartbeat(ByteString token, String... details) {
    RecordActivityTaskHeartbeatRequest.Builder request =
        RecordActivityTaskHeartbeatRequest.newBuilder().setTaskToken(token).setIdentity(IDENTITY);
    if (details.length > 0) {
      request.setDetails(payloads(details));
    }
    return stub().recordActivityTaskHeartbeat(request.build());
  }

  void complete(ByteString token, Payloads result) {
    call(
        RespondActivityTaskCompletedRequest.newBuilder()
            .setTaskToken(token)
            .setResult(result)
            .setIdentity(IDENTITY)
            .build());
  }

  RespondActivityTaskFailedResponse fail(ByteString token, Failure failure) {
    return stub()
        .respondActivityTaskFailed(
            RespondActivityTaskFailedRequest.newBuilder()
                .setTaskToken(token)
                .setFailure(failure)
                .setIdentity(IDENTITY)
                .build());
  }

  void cancel(ByteString token, Payloads details) {
    call(
        RespondActivityTaskCanceledRequest.newBuilder()
            .setTaskToken(token)
            .setDetails(details)
            .setIdentity(IDENTITY)
            .build());
  }

  /** A call without contents by token. */
  void byToken(Call call, ByteString token) {
    call(
        switch (call) {
          case HEARTBEAT ->
              RecordActivityTaskHeartbeatRequest.newBuilder().setTaskToken(token).build();
          case COMPLETE ->
              RespondActivityTaskCompletedRequest.newBuilder().setTaskToken(token).build();
          case FAIL -> RespondActivityTaskFailedRequest.newBuilder().setTaskToken(token).build();
          case CANCEL ->
              RespondActivityTaskCanceledRequest.newBuilder().setTaskToken(token).build();
        });
  }

  /** A call without contents by id. */
  void byId(Call call, String workflowId, String runId, String activityId) {
    call(
        switch (call) {
          case HEARTBEAT ->
              RecordActivityTaskHeartbeatByIdRequest.newBuilder()
                  .setNamespace(FakeTemporalService.NAMESPACE)
                  .setWorkflowId(workflowId)
                  .setRunId(runId)
                  .setActivityId(activityId)
                  .build();
          case COMPLETE ->
              RespondActivityTaskCompletedByIdRequest.newBuilder()
                  .setNamespace(FakeTemporalService.NAMESPACE)
                  .setWorkflowId(workflowId)
                  .setRunId(runId)
                  .setActivityId(activityId)
                  .build();
          case FAIL ->
              RespondActivityTaskFailedByIdRequest.newBuilder()
                  .setNamespace(FakeTemporalService.NAMESPACE)
                  .setWorkflowId(workflowId)
                  .setRunId(runId)
                  .setActivityId(activityId)
                  .build();
          case CANCEL ->
              RespondActivityTaskCanceledByIdRequest.newBuilder()
                  .setNamespace(FakeTemporalService.NAMESPACE)
                  .setWorkflowId(workflowId)
                  .setRunId(runId)
                  .setActivityId(activityId)
                  .build();
        });
  }

  /** Sends any activity request by its type. */
  void call(Message request) {
    Message unused;
    if (request instanceof RecordActivityTaskHeartbeatRequest r) {
      unused = stub().recordActivityTaskHeartbeat(r);
    } else if (request instanceof RecordActivityTaskHeartbeatByIdRequest r) {
      unused = stub().recordActivityTaskHeartbeatById(r);
    } else if (request instanceof RespondActivityTaskCompletedRequest r) {
      unused = stub().respondActivityTaskCompleted(r);
    } else if (request instanceof RespondActivityTaskCompletedByIdRequest r) {
      unused = stub().respondActivityTaskCompletedById(r);
    } else if (request instanceof RespondActivityTaskFailedRequest r) {
      unused = stub().respondActivityTaskFailed(r);
    } else if (request instanceof RespondActivityTaskFailedByIdRequest r) {
      unused = stub().respondActivityTaskFailedById(r);
    } else if (request instanceof RespondActivityTaskCanceledRequest r) {
      unused = stub().respondActivityTaskCanceled(r);
    } else if (request instanceof RespondActivityTaskCanceledByIdRequest r) {
      unused = stub().respondActivityTaskCanceledById(r);
    } else {
      throw new IllegalArgumentException(request.getDescriptorForType().getFullName());
    }
  }

  /** The status of a call, with the simple name of its detail, if it has one: "OK" if it passed. */
  static String outcomeOf(Runnable call) {
    try {
      call.run();
      return Status.Code.OK.name();
    } catch (StatusRuntimeException e) {
      com.google.rpc.Status status = StatusProto.fromThrowable(e);
      String code = e.getStatus().getCode().name();
      return status == null || status.getDetailsCount() == 0
          ? code
          : code + " " + simpleName(status.getDetails(0));
    }
  }

  static <T extends Message> T detail(StatusRuntimeException e, Class<T> type) {
    try {
      return StatusProto.fromThrowable(e).getDetails(0).unpack(type);
    } catch (InvalidProtocolBufferException wrong) {
      throw new AssertionError("another detail than " + type.getSimpleName(), wrong);
    }
  }

  static Payload payload(String text) {
    return Payload.newBuilder()
        .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
        .setData(ByteString.copyFromUtf8('"' + text + '"'))
        .build();
  }

  static Payloads payloads(String... texts) {
    Payloads.Builder payloads = Payloads.newBuilder();
    for (String text : texts) {
      payloads.addPayloads(payload(text));
    }
    return payloads.build();
  }

  static Failure failure(String type) {
    return failure(ApplicationFailureInfo.newBuilder().setType(type).build());
  }

  static Failure failure(ApplicationFailureInfo info) {
    return Failure.newBuilder().setMessage("it failed").setApplicationFailureInfo(info).build();
  }

  private static String simpleName(Any detail) {
    return detail.getTypeUrl().substring(detail.getTypeUrl().lastIndexOf('.') + 1);
  }
}
