package dev.longhaul.testing;

import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceRequest;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for a server process to serve. */
final class DevServerHealth {
  private static final String NAMESPACE = "default";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LOG_TAIL = 2000;

  private DevServerHealth() {}

  /**
   * Waits until the default namespace can be used.
   *
   * @throws IllegalStateException if the process ends before, or if it takes a minute
   */
  static void await(String target, Process process, Path log) {
    ManagedChannel channel =
        Grpc.newChannelBuilder(target, InsecureChannelCredentials.create()).build();
    try {
      long start = System.nanoTime();
      while (!serves(channel)) {
        if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
          throw failed("ended with " + process.exitValue(), log);
        } else if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw failed("does not serve after " + PATIENCE, log);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the Temporal server started", e);
    } finally {
      channel.shutdownNow();
    }
  }

  private static boolean serves(ManagedChannel channel) {
    channel.resetConnectBackoff();
    try {
      return WorkflowServiceGrpc.newBlockingStub(channel)
          .withDeadlineAfter(1, TimeUnit.SECONDS)
          .describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace(NAMESPACE).build())
          .hasNamespaceInfo();
    } catch (StatusRuntimeException notYet) {
      return false;
    }
  }

  private static IllegalStateException failed(String what, Path log) {
    return new IllegalStateException("the Temporal server " + what + "; " + log + ": " + tail(log));
  }

  private static String tail(Path log) {
    try {
      String text = Files.readString(log, StandardCharsets.UTF_8);
      return text.substring(Math.max(0, text.length() - LOG_TAIL));
    } catch (IOException e) {
      return "not readable";
    }
  }
}
