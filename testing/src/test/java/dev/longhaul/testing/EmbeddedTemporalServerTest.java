package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceRequest;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoRequest;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EmbeddedTemporalServerTest {
  @Test
  void start_servesOurStubsOnLoopback() throws Exception {
    try (EmbeddedTemporalServer server = EmbeddedTemporalServer.start()) {
      assertThat(server.target()).matches("127\\.0\\.0\\.1:\\d+");
      ManagedChannel channel = channel(server.target());
      try {
        WorkflowServiceGrpc.WorkflowServiceBlockingStub stub =
            WorkflowServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
        assertThat(
                stub.getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
                    .getCapabilities()
                    .getEncodedFailureAttributes())
            .isTrue();
        assertThat(
                stub.describeNamespace(
                        DescribeNamespaceRequest.newBuilder().setNamespace("any").build())
                    .getNamespaceInfo()
                    .getName())
            .isEqualTo("any");
      } finally {
        channel.shutdownNow();
        assertThat(channel.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Test
  void twoServers_haveTheirOwnPorts() {
    try (EmbeddedTemporalServer one = EmbeddedTemporalServer.start();
        EmbeddedTemporalServer other = EmbeddedTemporalServer.start()) {
      assertThat(one.target()).isNotEqualTo(other.target());
    }
  }

  @Test
  void close_freesThePort_andMayBeRepeated() throws Exception {
    EmbeddedTemporalServer server = EmbeddedTemporalServer.start();
    int port = Integer.parseInt(server.target().substring("127.0.0.1:".length()));

    server.close();
    server.close();

    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(socket.isBound()).isTrue();
    }
  }

  private static ManagedChannel channel(String target) {
    return Grpc.newChannelBuilder(target, InsecureChannelCredentials.create()).build();
  }
}
