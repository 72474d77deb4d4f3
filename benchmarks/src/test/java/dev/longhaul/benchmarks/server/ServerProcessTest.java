package dev.longhaul.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.longhaul.proto.workflowservice.v1.GetSystemInfoRequest;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ServerProcessTest {

  @Test
  void calls_areAnsweredWithDefaultsAndCounted() {
    try (ServerProcess server = ServerProcess.start()) {
      ManagedChannel channel =
          NettyChannelBuilder.forTarget(server.target()).usePlaintext().build();
      try {
        var stub = WorkflowServiceGrpc.newBlockingStub(channel);
        assertThat(stub.getSystemInfo(GetSystemInfoRequest.getDefaultInstance()))
            .isEqualTo(GetSystemInfoResponse.getDefaultInstance());
        Served before = server.served();
        for (int i = 0; i < 3; i++) {
          assertThat(
                  stub.respondActivityTaskCompleted(
                      RespondActivityTaskCompletedRequest.newBuilder()
                          .setNamespace("default")
                          .build()))
              .isEqualTo(RespondActivityTaskCompletedResponse.getDefaultInstance());
        }
        assertThat(server.served().since(before).calls()).isEqualTo(3);
      } finally {
        channel.shutdownNow();
      }
    }
  }

  @Test
  void server_endsWithItsInput_asWhenItsParentGoesAway() {
    ServerProcess server = ServerProcess.start();
    server.close();
    await().until(() -> !server.isAlive());
    assertThatThrownBy(server::served)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("has ended");
  }
}
