package dev.longhaul.benchmarks.calls;

import dev.longhaul.benchmarks.measure.BlockingCall;
import dev.longhaul.benchmarks.measure.Callers;
import dev.longhaul.benchmarks.measure.Load;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;

/**
 * The official Java SDK's client with the settings that are best for it here: no compression, no
 * metrics, and answers handled where they arrive. Its calls block, so calls in flight are threads.
 */
record SdkPeer(String title, WorkflowServiceStubs stubs, ActivityCompletionClient client)
    implements Peer {

  static SdkPeer connect(String title, String target) {
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(target)
                .setGrpcCompression(GrpcCompression.NONE)
                .setChannelInitializer(channel -> channel.directExecutor())
                .build());
    WorkflowClient client =
        WorkflowClient.newInstance(
            stubs, WorkflowClientOptions.newBuilder().setNamespace(Activities.NAMESPACE).build());
    return new SdkPeer(title, stubs, client.newActivityCompletionClient());
  }

  @Override
  public BlockingCall blocking(Operation operation) {
    return switch (operation) {
      case COMPLETION -> () -> client.complete(Activities.any(Activities.TOKENS), Activities.VALUE);
      case HEARTBEAT -> () -> client.heartbeat(Activities.any(Activities.TOKENS), Activities.VALUE);
    };
  }

  @Override
  public Load inFlight(Operation operation, int limit) {
    return new Callers(blocking(operation), limit);
  }

  @Override
  public void close() {
    stubs.shutdownNow();
  }
}
