package dev.longhaul.testing;

import static org.awaitility.Awaitility.await;

import com.google.common.base.Suppliers;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.operatorservice.v1.DeleteNamespaceRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Temporal's development server as a server under test. */
final class RealTestedServer implements TestedServer {
  private final TemporalDevServer server =
      TemporalDevServer.in(Path.of("target"))
          .dynamicConfig("frontend.enableCancelWorkerPollsOnShutdown", "true")
          .dynamicConfig("history.enableStandaloneActivityOperatorCommands", "true")
          .dynamicConfig("history.timerProcessorMaxTimeShift", "\"1ms\"")
          .start();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final ManagedChannel channel =
      Grpc.newChannelBuilder(server.target(), InsecureChannelCredentials.create()).build();

  private final Supplier<String> deletedNamespace = Suppliers.memoize(this::deleteANamespace);

  @Override
  public ManagedChannel channel() {
    return channel;
  }

  @Override
  public TestedActivity schedule(ActivitySpec spec) {
    return spec.isStandalone()
        ? StandaloneTestedActivity.start(channel, spec)
        : RealTestedActivity.schedule(channel, spec);
  }

  @Override
  public void awaitPoll(String queue) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                WorkflowServiceGrpc.newBlockingStub(channel)
                        .describeTaskQueue(
                            DescribeTaskQueueRequest.newBuilder()
                                .setNamespace(FakeTemporalService.NAMESPACE)
                                .setTaskQueue(TaskQueue.newBuilder().setName(queue))
                                .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)
                                .build())
                        .getPollersCount()
                    > 0);
  }

  @Override
  public String deletedNamespace() {
    return deletedNamespace.get();
  }

  private String deleteANamespace() {
    var stub = WorkflowServiceGrpc.newBlockingStub(channel);
    var unused =
        stub.registerNamespace(
            RegisterNamespaceRequest.newBuilder()
                .setNamespace("deleted")
                .setWorkflowExecutionRetentionPeriod(
                    com.google.protobuf.Duration.newBuilder().setSeconds(86_400 * 3))
                .build());
    String id =
        stub.describeNamespace(
                DescribeNamespaceRequest.newBuilder().setNamespace("deleted").build())
            .getNamespaceInfo()
            .getId();
    var unused2 =
        OperatorServiceGrpc.newBlockingStub(channel)
            .deleteNamespace(
                DeleteNamespaceRequest.newBuilder()
                    .setNamespace("deleted")
                    .setNamespaceDeleteDelay(
                        com.google.protobuf.Duration.newBuilder().setSeconds(3600))
                    .build());
    // Until the frontend refreshes its list of namespaces, the old name is still good.
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                Worker.outcomeOf(
                        () ->
                            new Worker(channel)
                                .call(
                                    Requests.set(
                                            Requests.byId(
                                                ActivityTable.Call.HEARTBEAT, "w", "", "a"),
                                            "namespace",
                                            "deleted")
                                        .build()))
                    .equals("NOT_FOUND NamespaceNotFoundFailure"));
    return id;
  }

  @Override
  public void pass(Duration time) {}

  @Override
  public <T> Supplier<T> ahead(Supplier<T> action) {
    return CompletableFuture.supplyAsync(action, threads)::join;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    channel.shutdownNow();
    server.close();
  }
}
