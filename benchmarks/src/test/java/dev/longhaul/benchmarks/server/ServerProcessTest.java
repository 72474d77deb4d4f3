package dev.longhaul.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoRequest;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoResponse;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedRequest;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.UncheckedIOException;
import java.time.Duration;
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
  void watchingServer_tellsWhatBecameOfTheActivities() {
    try (ServerProcess server = ServerProcess.watching(2)) {
      ManagedChannel channel =
          NettyChannelBuilder.forTarget(server.target()).usePlaintext().build();
      try {
        var stub = WorkflowServiceGrpc.newBlockingStub(channel);
        server.receive(2);
        stub.recordActivityTaskHeartbeat(
            RecordActivityTaskHeartbeatRequest.newBuilder().setTaskToken(token(0)).build());
        stub.respondActivityTaskCompleted(
            RespondActivityTaskCompletedRequest.newBuilder().setTaskToken(token(1)).build());
        Watched patient = server.seen(Duration.ofDays(1));
        assertThat(patient.heartbeats()).isEqualTo(1);
        assertThat(patient.completed()).isEqualTo(1);
        assertThat(patient.unexpected()).isZero();
        assertThat(patient.timedOut()).isZero();
        assertThat(patient.longestNanos()).isPositive();
        assertThat(server.seen(Duration.ZERO).timedOut()).isEqualTo(2);
      } finally {
        channel.shutdownNow();
      }
    }
  }

  @Test
  void dealingServer_answersPollsWithTasks_andCountsTheirOutcomes() {
    try (ServerProcess server = ServerProcess.dealing(10)) {
      ManagedChannel channel =
          NettyChannelBuilder.forTarget(server.target()).usePlaintext().build();
      try {
        var stub = WorkflowServiceGrpc.newBlockingStub(channel);
        server.deal();
        for (int i = 0; i < 2; i++) {
          PollActivityTaskQueueResponse task =
              stub.pollActivityTaskQueue(PollActivityTaskQueueRequest.getDefaultInstance());
          assertThat(task.getTaskToken()).isEqualTo(token(i));
        }
        stub.respondActivityTaskCompleted(
            RespondActivityTaskCompletedRequest.newBuilder().setTaskToken(token(0)).build());
        stub.respondActivityTaskFailed(
            RespondActivityTaskFailedRequest.newBuilder().setTaskToken(token(1)).build());
        assertThat(server.settle(Duration.ZERO)).isEqualTo(new Dealt(2, 2, 1, 1, 0));
        assertThat(server.awaitPolls(2, Duration.ZERO)).isEqualTo(server.dealt());
      } finally {
        channel.shutdownNow();
      }
    }
  }

  private static ByteString token(int activity) {
    return ByteString.copyFrom(WatchedTokens.token(activity));
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
