package dev.longhaul.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import dev.longhaul.proto.workflowservice.v1.DescribeActivityExecutionRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeActivityExecutionResponse;
import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceResponse;
import dev.longhaul.proto.workflowservice.v1.DescribeTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeTaskQueueResponse;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionResponse;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoRequest;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoResponse;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatByIdResponse;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledByIdResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedByIdResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedByIdResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedResponse;
import dev.longhaul.proto.workflowservice.v1.ShutdownWorkerRequest;
import dev.longhaul.proto.workflowservice.v1.ShutdownWorkerResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.testing.ActivityRequest.ById;
import dev.longhaul.testing.ActivityRequest.ByToken;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** From gRPC's methods to the parts of the fake service, through the log and the faults. */
final class GrpcAdapter extends WorkflowServiceGrpc.WorkflowServiceImplBase {
  /** What a poll leaves its caller for the empty answer. */
  private static final long ANSWER_MILLIS = 1000;

  private final Monitor monitor;
  private final Consumer<RecordedCall> log;
  private final FaultScript faults;
  private final ActivityCalls activities;
  private final Polls polls;
  private final Describes describes;
  private final AttemptListener listener;

  GrpcAdapter(
      Monitor monitor,
      Consumer<RecordedCall> log,
      FaultScript faults,
      ActivityCalls activities,
      Polls polls,
      Describes describes,
      AttemptListener listener) {
    this.monitor = monitor;
    this.log = log;
    this.faults = faults;
    this.activities = activities;
    this.polls = polls;
    this.describes = describes;
    this.listener = listener;
  }

  @Override
  public void pollActivityTaskQueue(
      PollActivityTaskQueueRequest request,
      StreamObserver<PollActivityTaskQueueResponse> observer) {
    PollCall call = new PollCall(request);
    asServerCall(observer).setOnCancelHandler(call::cancel);
    serveStage(Rpc.POLL, request, observer, call::open);
  }

  @Override
  public void recordActivityTaskHeartbeat(
      RecordActivityTaskHeartbeatRequest request,
      StreamObserver<RecordActivityTaskHeartbeatResponse> observer) {
    serveActivity(
        Rpc.HEARTBEAT,
        request,
        ActivityMessages.of(request),
        observer,
        ActivityMessages::heartbeat);
  }

  @Override
  public void recordActivityTaskHeartbeatById(
      RecordActivityTaskHeartbeatByIdRequest request,
      StreamObserver<RecordActivityTaskHeartbeatByIdResponse> observer) {
    serveActivity(
        Rpc.HEARTBEAT_BY_ID,
        request,
        ActivityMessages.of(request),
        observer,
        ActivityMessages::heartbeatById);
  }

  @Override
  public void respondActivityTaskCompleted(
      RespondActivityTaskCompletedRequest request,
      StreamObserver<RespondActivityTaskCompletedResponse> observer) {
    serveActivity(
        Rpc.COMPLETE,
        request,
        ActivityMessages.of(request),
        observer,
        answer -> RespondActivityTaskCompletedResponse.getDefaultInstance());
  }

  @Override
  public void respondActivityTaskCompletedById(
      RespondActivityTaskCompletedByIdRequest request,
      StreamObserver<RespondActivityTaskCompletedByIdResponse> observer) {
    serveActivity(
        Rpc.COMPLETE_BY_ID,
        request,
        ActivityMessages.of(request),
        observer,
        answer -> RespondActivityTaskCompletedByIdResponse.getDefaultInstance());
  }

  @Override
  public void respondActivityTaskFailed(
      RespondActivityTaskFailedRequest request,
      StreamObserver<RespondActivityTaskFailedResponse> observer) {
    serveActivity(
        Rpc.FAIL,
        request,
        ActivityMessages.of(request),
        observer,
        answer ->
            RespondActivityTaskFailedResponse.newBuilder().addAllFailures(answer.notes()).build());
  }

  @Override
  public void respondActivityTaskFailedById(
      RespondActivityTaskFailedByIdRequest request,
      StreamObserver<RespondActivityTaskFailedByIdResponse> observer) {
    serveActivity(
        Rpc.FAIL_BY_ID,
        request,
        ActivityMessages.of(request),
        observer,
        answer ->
            RespondActivityTaskFailedByIdResponse.newBuilder()
                .addAllFailures(answer.notes())
                .build());
  }

  @Override
  public void respondActivityTaskCanceled(
      RespondActivityTaskCanceledRequest request,
      StreamObserver<RespondActivityTaskCanceledResponse> observer) {
    serveActivity(
        Rpc.CANCEL,
        request,
        ActivityMessages.of(request),
        observer,
        answer -> RespondActivityTaskCanceledResponse.getDefaultInstance());
  }

  @Override
  public void respondActivityTaskCanceledById(
      RespondActivityTaskCanceledByIdRequest request,
      StreamObserver<RespondActivityTaskCanceledByIdResponse> observer) {
    serveActivity(
        Rpc.CANCEL_BY_ID,
        request,
        ActivityMessages.of(request),
        observer,
        answer -> RespondActivityTaskCanceledByIdResponse.getDefaultInstance());
  }

  @Override
  public void getSystemInfo(
      GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> observer) {
    serve(Rpc.GET_SYSTEM_INFO, request, observer, describes::systemInfo);
  }

  @Override
  public void describeNamespace(
      DescribeNamespaceRequest request, StreamObserver<DescribeNamespaceResponse> observer) {
    serve(Rpc.DESCRIBE_NAMESPACE, request, observer, () -> describes.namespace(request));
  }

  @Override
  public void describeWorkflowExecution(
      DescribeWorkflowExecutionRequest request,
      StreamObserver<DescribeWorkflowExecutionResponse> observer) {
    serve(Rpc.DESCRIBE_WORKFLOW_EXECUTION, request, observer, () -> describes.workflow(request));
  }

  @Override
  public void describeActivityExecution(
      DescribeActivityExecutionRequest request,
      StreamObserver<DescribeActivityExecutionResponse> observer) {
    serve(Rpc.DESCRIBE_ACTIVITY_EXECUTION, request, observer, () -> describes.activity(request));
  }

  @Override
  public void describeTaskQueue(
      DescribeTaskQueueRequest request, StreamObserver<DescribeTaskQueueResponse> observer) {
    serve(Rpc.DESCRIBE_TASK_QUEUE, request, observer, () -> describes.taskQueue(request));
  }

  @Override
  public void shutdownWorker(
      ShutdownWorkerRequest request, StreamObserver<ShutdownWorkerResponse> observer) {
    serve(
        Rpc.SHUTDOWN_WORKER,
        request,
        observer,
        () -> {
          polls.shutDown(request);
          return ShutdownWorkerResponse.getDefaultInstance();
        });
  }

  private <R> void serveActivity(
      Rpc rpc,
      Message message,
      ActivityRequest request,
      StreamObserver<R> observer,
      Function<ActivityAnswer, R> response) {
    serve(rpc, message, observer, () -> response.apply(answer(rpc, request)));
  }

  private ActivityAnswer answer(Rpc rpc, ActivityRequest request) {
    try {
      return activities.answer(request);
    } catch (StatusRuntimeException refusal) {
      if (request.target() instanceof ById id) {
        listener.refused(rpc, id.activityId(), ByteString.EMPTY);
      } else if (request.target() instanceof ByToken target) {
        listener.refused(rpc, "", target.token());
      }
      throw refusal;
    }
  }

  private <R> void serve(
      Rpc rpc, Message request, StreamObserver<R> observer, Supplier<R> decision) {
    // Else grpc throws from the answer of a call that was cancelled meanwhile.
    asServerCall(observer).setOnCancelHandler(() -> {});
    serveStage(
        rpc, request, observer, () -> CompletableFuture.completedFuture(monitor.decide(decision)));
  }

  private <R> void serveStage(
      Rpc rpc, Message request, StreamObserver<R> observer, Supplier<CompletionStage<R>> action) {
    RecordedCall record = new RecordedCall(rpc, request, CallHeaders.current());
    monitor.act(() -> log.accept(record));
    faults
        .take(rpc, request)
        .befall(
            new ServedCall<>(
                asServerCall(observer),
                () -> {
                  SizeLimits.checkMessage(request);
                  return action.get();
                }));
  }

  private static <R> ServerCallStreamObserver<R> asServerCall(StreamObserver<R> observer) {
    return (ServerCallStreamObserver<R>) observer;
  }

  /** A poll that may be cancelled before, while and after it waits for a task. */
  private final class PollCall {
    private final PollActivityTaskQueueRequest request;
    private final Context context = Context.current();
    private final CompletableFuture<OpenPoll> opened = new CompletableFuture<>();

    PollCall(PollActivityTaskQueueRequest request) {
      this.request = request;
    }

    CompletionStage<PollActivityTaskQueueResponse> open() {
      Deadline deadline = context.getDeadline();
      OpenPoll poll = monitor.decide(() -> polls.open(request, deadline));
      opened.complete(poll);
      long left = Objects.requireNonNull(deadline).timeRemaining(TimeUnit.MILLISECONDS);
      CompletableFuture.delayedExecutor(left - ANSWER_MILLIS, TimeUnit.MILLISECONDS)
          .execute(() -> monitor.act(() -> polls.expire(poll)));
      return poll.answer();
    }

    void cancel() {
      var unused = opened.thenAccept(poll -> monitor.act(() -> polls.drop(poll)));
    }
  }
}
