package dev.longhaul.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.api.ActivityCancelledException;
import dev.longhaul.api.BlockingCompletionClient;
import dev.longhaul.api.CancellationNotRequestedException;
import dev.longhaul.api.PayloadTooLargeException;
import dev.longhaul.api.TaskToken;
import dev.longhaul.proto.taskqueue.v1.TaskQueue;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.testing.ActivityOutcome;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.Rpc;
import io.grpc.Status;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.ActivityCompletionFailureException;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the page says of the official SDK's completion client and of ours, seen at the same server.
 * If a newer SDK fails here, the page is to be changed, and with pleasure.
 */
@Timeout(60)
class ComparisonTest {
  private static final String QUEUE = "compared";

  private final FakeTemporalService service = FakeTemporalService.start();
  private final WorkflowServiceStubs stubs =
      WorkflowServiceStubs.newServiceStubs(
          WorkflowServiceStubsOptions.newBuilder().setChannel(service.newChannel()).build());
  private final ActivityCompletionClient sdk =
      WorkflowClient.newInstance(stubs).newActivityCompletionClient();
  private final LonghaulClient client =
      LonghaulClient.connect(LonghaulModule.forChannel(service.newChannel()));
  private final BlockingCompletionClient longhaul = client.blocking();
  private final FakeActivity activity = service.schedule(ActivitySpec.of("Compared", QUEUE));
  private final byte[] token = poll();

  private byte[] poll() {
    return client
        .workflowService()
        .blocking()
        .withDeadlineAfter(20, TimeUnit.SECONDS)
        .pollActivityTaskQueue(
            PollActivityTaskQueueRequest.newBuilder()
                .setNamespace(client.namespace())
                .setTaskQueue(TaskQueue.newBuilder().setName(QUEUE))
                .build())
        .getTaskToken()
        .toByteArray();
  }

  @AfterEach
  void close() {
    client.close();
    stubs.shutdownNow();
    service.close();
  }

  @Test
  void heartbeatToABusyServer() {
    service.faults().next(Rpc.HEARTBEAT).refuse(Status.RESOURCE_EXHAUSTED);
    assertThatThrownBy(() -> sdk.heartbeat(token, "half"))
        .isInstanceOf(ActivityCompletionFailureException.class);
    assertThat(activity.heartbeats()).isEmpty();

    service.faults().next(Rpc.HEARTBEAT).refuse(Status.RESOURCE_EXHAUSTED);
    longhaul.heartbeat(TaskToken.of(token), "half");
    assertThat(activity.heartbeats()).hasSize(1);
  }

  @Test
  void heartbeatOfACancelledActivity() {
    activity.requestCancel();
    assertThatThrownBy(() -> sdk.heartbeat(token, "half"))
        .isInstanceOf(ActivityCompletionFailureException.class)
        .hasCauseInstanceOf(ActivityCanceledException.class);

    assertThatThrownBy(() -> longhaul.heartbeat(TaskToken.of(token), "half"))
        .isInstanceOf(ActivityCancelledException.class);
  }

  @Test
  void cancellationThatNobodyAskedFor() {
    assertThatCode(() -> sdk.reportCancellation(token, "half")).doesNotThrowAnyException();
    assertThat(activity.outcome()).isEmpty();

    assertThatThrownBy(() -> longhaul.reportCancellation(TaskToken.of(token), "half"))
        .isInstanceOf(CancellationNotRequestedException.class);
    assertThat(activity.outcome()).isEmpty();
  }

  @Test
  void resultOverTheServersLimit_longhaul() {
    assertThatThrownBy(() -> longhaul.complete(TaskToken.of(token), tooLarge()))
        .isInstanceOf(PayloadTooLargeException.class);
    assertThat(activity.outcome()).isEmpty();
  }

  @Test
  void resultOverTheServersLimit_sdk() {
    sdk.complete(token, tooLarge());
    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.Failed.class);
  }

  private static String tooLarge() {
    return "x".repeat(3 * 1024 * 1024);
  }
}
