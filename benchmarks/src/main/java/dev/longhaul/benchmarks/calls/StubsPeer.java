package dev.longhaul.benchmarks.calls;

import com.google.protobuf.ByteString;
import dev.longhaul.benchmarks.measure.AsyncCall.Answered;
import dev.longhaul.benchmarks.measure.BlockingCall;
import dev.longhaul.benchmarks.measure.InFlight;
import dev.longhaul.benchmarks.measure.Load;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceStub;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Generated stubs and nothing else: the value is encoded once for all calls, and there are no
 * headers, no deadlines and no retries.
 */
record StubsPeer(
    String title, ManagedChannel channel, StubRequests requests, List<ByteString> tokens)
    implements Peer {

  /** Answers are handed to gRPC's own threads. */
  static StubsPeer onDefaultExecutor(String title, String target) {
    return of(title, builder(target).build());
  }

  /** Answers are handled where they arrive. */
  static StubsPeer onDirectExecutor(String title, String target) {
    return of(title, builder(target).directExecutor().build());
  }

  private static NettyChannelBuilder builder(String target) {
    return NettyChannelBuilder.forTarget(target).usePlaintext();
  }

  private static StubsPeer of(String title, ManagedChannel channel) {
    return new StubsPeer(
        title, channel, new StubRequests(), Activities.tokensAs(ByteString::copyFrom));
  }

  @Override
  public BlockingCall blocking(Operation operation) {
    WorkflowServiceBlockingStub stub = WorkflowServiceGrpc.newBlockingStub(channel);
    return switch (operation) {
      case COMPLETION ->
          () -> stub.respondActivityTaskCompleted(requests.completion(Activities.any(tokens)));
      case HEARTBEAT ->
          () -> stub.recordActivityTaskHeartbeat(requests.heartbeat(Activities.any(tokens)));
    };
  }

  @Override
  public Load inFlight(Operation operation, int limit) {
    WorkflowServiceStub stub = WorkflowServiceGrpc.newStub(channel);
    return switch (operation) {
      case COMPLETION ->
          new InFlight(
              answered ->
                  stub.respondActivityTaskCompleted(
                      requests.completion(Activities.any(tokens)), new Telling<>(answered)),
              limit);
      case HEARTBEAT ->
          new InFlight(
              answered ->
                  stub.recordActivityTaskHeartbeat(
                      requests.heartbeat(Activities.any(tokens)), new Telling<>(answered)),
              limit);
    };
  }

  private record Telling<A>(Answered answered) implements StreamObserver<A> {
    @Override
    public void onNext(A answer) {
      // The end of the call tells.
    }

    @Override
    public void onError(Throwable failure) {
      tell(failure);
    }

    @Override
    public void onCompleted() {
      tell(null);
    }

    private void tell(@Nullable Throwable failure) {
      answered.answered(failure);
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
