package dev.longhaul.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.longhaul.benchmarks.measure.Phase;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoRequest;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoResponse;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared is the same: all clients send the same, however they are called. */
class PeersTest {
  private static final List<ByteString> TOKENS = Activities.tokensAs(ByteString::copyFrom);

  private final Queue<Sent> requests = new ConcurrentLinkedQueue<>();
  private Server server;
  private List<Peer> peers;

  private record Sent(
      Operation operation, String namespace, ByteString token, Payloads data, String identity) {}

  @BeforeEach
  void start() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new Recording())
            .build()
            .start();
    peers = Peers.connect("127.0.0.1:" + server.getPort());
  }

  @AfterEach
  void stop() {
    peers.forEach(Peer::close);
    server.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void blockingCalls_sendTheSame(Operation operation) throws Exception {
    for (Peer peer : peers) {
      peer.blocking(operation).call();
      assertThat(requests).as(peer.title()).hasSize(1);
      assertSent(operation, requests.remove());
    }
  }

  @ParameterizedTest
  @EnumSource
  void callsInFlight_sendTheSame(Operation operation) throws Exception {
    Phase moment = new Phase(Duration.ZERO, Duration.ofMillis(1));
    for (Peer peer : peers) {
      long calls = moment.run(peer.inFlight(operation, 2)).allCalls();
      assertThat(requests).as(peer.title()).hasSize((int) calls);
      assertSent(operation, requests.remove());
      requests.clear();
    }
  }

  private static void assertSent(Operation operation, Sent sent) {
    Payloads data = new StubRequests().completion(TOKENS.get(0)).getResult();
    assertThat(sent)
        .isEqualTo(new Sent(operation, Activities.NAMESPACE, sent.token(), data, sent.identity()));
    assertThat(sent.token()).isIn(TOKENS);
    assertThat(sent.identity()).isNotEmpty();
  }

  private final class Recording extends WorkflowServiceGrpc.WorkflowServiceImplBase {
    @Override
    public void respondActivityTaskCompleted(
        RespondActivityTaskCompletedRequest request,
        StreamObserver<RespondActivityTaskCompletedResponse> answer) {
      requests.add(
          new Sent(
              Operation.COMPLETION,
              request.getNamespace(),
              request.getTaskToken(),
              request.getResult(),
              request.getIdentity()));
      answer(answer, RespondActivityTaskCompletedResponse.getDefaultInstance());
    }

    @Override
    public void recordActivityTaskHeartbeat(
        RecordActivityTaskHeartbeatRequest request,
        StreamObserver<RecordActivityTaskHeartbeatResponse> answer) {
      requests.add(
          new Sent(
              Operation.HEARTBEAT,
              request.getNamespace(),
              request.getTaskToken(),
              request.getDetails(),
              request.getIdentity()));
      answer(answer, RecordActivityTaskHeartbeatResponse.getDefaultInstance());
    }

    @Override
    public void getSystemInfo(
        GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
      answer(answer, GetSystemInfoResponse.getDefaultInstance());
    }

    private static <A> void answer(StreamObserver<A> observer, A answer) {
      observer.onNext(answer);
      observer.onCompleted();
    }
  }
}
