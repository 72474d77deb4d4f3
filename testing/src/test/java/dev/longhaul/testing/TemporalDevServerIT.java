package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalDevServerIT {
  @TempDir Path directory;

  @Test
  void stoppedOrKilled_startsAgainOnTheSamePortAndDatabase() {
    try (TemporalDevServer server = TemporalDevServer.in(directory).start()) {
      assertThat(server.target()).matches("127\\.0\\.0\\.1:\\d+");
      TestedActivity activity = scheduled(server);

      server.stop();
      server.restart();
      assertThat(standing(server, activity)).isEqualTo("SCHEDULED");
      server.kill();
      server.restart();
      assertThat(standing(server, activity)).isEqualTo("SCHEDULED");
      assertThatThrownBy(server::restart).hasMessageContaining("runs already");
    }
  }

  @Test
  void close_freesThePort_andMayBeRepeated() throws Exception {
    TemporalDevServer server = TemporalDevServer.in(directory).start();
    int port = Integer.parseInt(server.target().substring("127.0.0.1:".length()));

    server.close();
    server.close();

    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(socket.isBound()).isTrue();
    }
  }

  @Test
  void serverThatDoesNotComeUp_isReportedWithWhatItSaid() {
    assertThatThrownBy(
            () -> TemporalDevServer.in(directory).dynamicConfig("some.key", "no json").start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ended with")
        .hasMessageContaining("some.key");
  }

  private static TestedActivity scheduled(TemporalDevServer server) {
    ManagedChannel channel = channel(server);
    try {
      return RealTestedActivity.schedule(
          channel, ActivitySpec.of("Type", "queue").workflowId("workflow"));
    } finally {
      channel.shutdownNow();
    }
  }

  private static String standing(TemporalDevServer server, TestedActivity scheduled) {
    ManagedChannel channel = channel(server);
    try {
      return Enums.shortened(
          new RealTestedActivity(
                  WorkflowByHand.of(channel, scheduled.workflowId(), scheduled.runId()),
                  scheduled.activityId())
              .pending()
              .orElseThrow()
              .getState());
    } finally {
      channel.shutdownNow();
    }
  }

  private static ManagedChannel channel(TemporalDevServer server) {
    return Grpc.newChannelBuilder(server.target(), InsecureChannelCredentials.create()).build();
  }
}
