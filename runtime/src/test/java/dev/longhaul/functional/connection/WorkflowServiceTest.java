package dev.longhaul.functional.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that users make themselves, over the connection of a client. */
class WorkflowServiceTest {
  private static final RespondActivityTaskCompletedRequest REQUEST =
      RespondActivityTaskCompletedRequest.getDefaultInstance();

  private final AcceptingServer temporal = AcceptingServer.plaintext();
  private final LonghaulClient client =
      LonghaulClient.connect(
          LonghaulModule.forTarget("127.0.0.1:" + temporal.port())
              .connection(c -> c.namespace("payments").plaintext().apiKey("secret")));

  @AfterEach
  void close() {
    client.close();
    temporal.close();
  }

  @Test
  void allStubs_carryHeadersAndCredentials() throws Exception {
    client.workflowService().blocking().respondActivityTaskCompleted(REQUEST);
    client.workflowService().future().respondActivityTaskCompleted(REQUEST).get();
    observed().get(30, TimeUnit.SECONDS);

    assertThat(temporal.headers("authorization")).containsOnly("Bearer secret").hasSize(3);
    assertThat(temporal.headers("temporal-namespace")).containsOnly("payments").hasSize(3);
  }

  @Test
  void stubsThatUsersMake_carryThemToo() {
    WorkflowServiceGrpc.newBlockingStub(client.channel()).respondActivityTaskCompleted(REQUEST);
    io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.newBlockingStub(client.channel())
        .respondActivityTaskCompleted(
            io.temporal.api.workflowservice.v1.RespondActivityTaskCompletedRequest
                .getDefaultInstance());

    assertThat(temporal.headers("authorization")).containsOnly("Bearer secret").hasSize(2);
    assertThat(temporal.headers("temporal-namespace")).containsOnly("payments").hasSize(2);
  }

  // An observer is user code: on a network thread it would hold up every call.
  @Test
  void observers_areCalledOnACallbackThread() throws Exception {
    assertThat(observed().get(30, TimeUnit.SECONDS)).startsWith("longhaul-callback-");
  }

  /** The name of the thread that got the answer. */
  private CompletableFuture<String> observed() {
    CompletableFuture<String> thread = new CompletableFuture<>();
    client
        .workflowService()
        .async()
        .respondActivityTaskCompleted(
            REQUEST,
            new StreamObserver<>() {
              @Override
              public void onNext(RespondActivityTaskCompletedResponse answer) {
                thread.complete(Thread.currentThread().getName());
              }

              @Override
              public void onError(Throwable failure) {
                thread.completeExceptionally(failure);
              }

              @Override
              public void onCompleted() {
                // There is one answer.
              }
            });
    return thread;
  }
}
