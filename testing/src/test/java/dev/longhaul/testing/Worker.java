package dev.longhaul.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import dev.longhaul.proto.common.v1.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.taskqueue.v1.TaskQueue;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.testing.ActivityTable.Call;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The plainest worker: blocking calls, nothing else. */
final class Worker {
  static final String QUEUE = "queue";
  static final String IDENTITY = "worker";

  private final WorkflowServiceGrpc.WorkflowServiceBlockingStub stub;

  Worker(FakeTemporalService service) {
    this(service.newChannel());
  }

  Worker(Channel channel) {
    this.stub = WorkflowServiceGrpc.newBlockingStub(channel);
  }

  WorkflowServiceGrpc.WorkflowServiceBlockingStub stub() {
    return stub.withDeadlineAfter(20, TimeUnit.SECONDS);
  }

  PollActivityTaskQueueResponse poll() {
    return poll(QUEUE);
  }

  PollActivityTaskQueueResponse poll(String queue) {
    return stub().pollActivityTaskQueue(pollRequest(queue));
  }

  ByteString pollToken() {
    return poll().getTaskToken();
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
    call(Requests.byToken(call, token).build());
  }

  /** A call without contents by id. */
  void byId(Call call, String workflowId, String runId, String activityId) {
    call(Requests.byId(call, workflowId, runId, activityId).build());
  }

  /** Sends any request by its type, which is named as its method. */
  @CanIgnoreReturnValue
  Message call(Message request) {
    String type = request.getDescriptorForType().getName();
    String method = type.substring(0, type.length() - "Request".length());
    return ClientCalls.blockingUnaryCall(
        stub.getChannel(), method(method), stub().getCallOptions(), request);
  }

  @SuppressWarnings("unchecked")
  private static MethodDescriptor<Message, Message> method(String name) {
    return (MethodDescriptor<Message, Message>)
        WorkflowServiceGrpc.getServiceDescriptor().getMethods().stream()
            .filter(method -> name.equals(method.getBareMethodName()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no method " + name));
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

  /** As {@link #outcomeOf}, with the text of a refusal, after a semicolon. */
  static String answerOf(Runnable call) {
    return answerOf(
        () -> {
          call.run();
          return RecordActivityTaskHeartbeatResponse.getDefaultInstance();
        });
  }

  /** As {@link #outcomeOf}, with the text of a refusal or with what the response says. */
  static String answerOf(Supplier<? extends Message> call) {
    StringBuilder more = new StringBuilder();
    String outcome =
        outcomeOf(
            () -> {
              try {
                more.append(onOneLine(call.get()));
              } catch (StatusRuntimeException e) {
                more.append(e.getStatus().getDescription());
                throw e;
              }
            });
    return more.isEmpty() ? outcome : outcome + "; " + more;
  }

  private static String onOneLine(Message message) {
    return TextFormat.printer().printToString(message).strip().replaceAll("\\s+", " ");
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

  static Failure failure(String type, Duration nextRetryDelay) {
    return failure(
        ApplicationFailureInfo.newBuilder()
            .setType(type)
            .setNextRetryDelay(Protos.duration(nextRetryDelay))
            .build());
  }

  static Failure failure(ApplicationFailureInfo info) {
    return Failure.newBuilder().setMessage("it failed").setApplicationFailureInfo(info).build();
  }

  private static String simpleName(Any detail) {
    return detail.getTypeUrl().substring(detail.getTypeUrl().lastIndexOf('.') + 1);
  }
}
