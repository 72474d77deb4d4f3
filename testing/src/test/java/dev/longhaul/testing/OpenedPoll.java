package dev.longhaul.testing;

import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A long poll in the background. */
final class OpenedPoll implements StreamObserver<PollActivityTaskQueueResponse> {
  private final CompletableFuture<PollActivityTaskQueueResponse> answer = new CompletableFuture<>();
  private final ClientCall<PollActivityTaskQueueRequest, PollActivityTaskQueueResponse> call;

  OpenedPoll(FakeTemporalService service) {
    this(service, Worker.pollRequest(Worker.QUEUE));
  }

  OpenedPoll(FakeTemporalService service, PollActivityTaskQueueRequest request) {
    this(service.newChannel(), request);
  }

  OpenedPoll(Channel channel, PollActivityTaskQueueRequest request) {
    call =
        channel.newCall(
            WorkflowServiceGrpc.getPollActivityTaskQueueMethod(),
            CallOptions.DEFAULT.withDeadlineAfter(30, TimeUnit.SECONDS));
    ClientCalls.asyncUnaryCall(call, request, this);
  }

  PollActivityTaskQueueResponse answer() {
    return answer.orTimeout(10, TimeUnit.SECONDS).join();
  }

  boolean isAnswered() {
    return answer.isDone();
  }

  void cancel() {
    call.cancel("the test gave up", null);
  }

  @Override
  public void onNext(PollActivityTaskQueueResponse response) {
    answer.complete(response);
  }

  @Override
  public void onError(Throwable t) {
    answer.completeExceptionally(t);
  }

  @Override
  public void onCompleted() {}
}
