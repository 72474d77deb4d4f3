package dev.longhaul.testing;

import static dev.longhaul.testing.FakeTemporalService.NAMESPACE;
import static dev.longhaul.testing.Worker.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.proto.common.v1.WorkflowExecution;
import dev.longhaul.proto.enums.v1.NamespaceState;
import dev.longhaul.proto.enums.v1.PendingActivityState;
import dev.longhaul.proto.enums.v1.WorkflowExecutionStatus;
import dev.longhaul.proto.namespace.v1.NamespaceInfo;
import dev.longhaul.proto.workflow.v1.PendingActivityInfo;
import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionResponse;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoRequest;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DescribesTest {
  private final FakeTemporalService service =
      FakeTemporalService.builder().blobSizeLimit(7000).endsPollsOnShutdown().start();
  private final Worker worker = new Worker(service);

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void systemInfo_tellsWhatAServerOfTodayCan() {
    var info = worker.stub().getSystemInfo(GetSystemInfoRequest.getDefaultInstance());

    assertThat(info.getServerVersion()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(info.getCapabilities().getInternalErrorDifferentiation()).isTrue();
    assertThat(info.getCapabilities().getActivityFailureIncludeHeartbeat()).isTrue();
  }

  @Test
  void namespace_isDescribedByNameAndById() {
    NamespaceInfo info = namespace(DescribeNamespaceRequest.newBuilder().setNamespace(NAMESPACE));

    assertThat(info.getState()).isEqualTo(NamespaceState.NAMESPACE_STATE_REGISTERED);
    assertThat(info.getLimits().getBlobSizeLimitError()).isEqualTo(7000);
    assertThat(info.getCapabilities().getWorkerPollCompleteOnShutdown()).isTrue();
    assertThat(namespace(DescribeNamespaceRequest.newBuilder().setId(info.getId())))
        .isEqualTo(info);
  }

  @Test
  void workflow_showsItsPendingActivities() {
    FakeActivity one =
        service.schedule(
            ActivitySpec.of("One", QUEUE)
                .scheduleToCloseTimeout(Duration.ofHours(1))
                .maximumAttempts(4));
    service.schedule(ActivitySpec.of("Two", "another"));
    service.clock().advance(Duration.ofSeconds(5));
    worker.heartbeat(worker.pollToken(), "half");

    DescribeWorkflowExecutionResponse response = describe(one.workflowId(), "");

    assertThat(response.getWorkflowExecutionInfo().getStatus())
        .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
    assertThat(response.getWorkflowExecutionInfo().getExecution().getRunId())
        .isEqualTo(one.runId());
    assertThat(response.getPendingActivitiesList())
        .extracting(info -> info.getActivityType().getName())
        .containsExactly("One", "Two");
    PendingActivityInfo info = response.getPendingActivities(0);
    assertThat(info).isEqualTo(one.pending().orElseThrow());
    assertThat(info.getState()).isEqualTo(PendingActivityState.PENDING_ACTIVITY_STATE_STARTED);
    assertThat(info.getMaximumAttempts()).isEqualTo(4);
    assertThat(info.getHeartbeatDetails()).isEqualTo(Worker.payloads("half"));
    assertThat(info.getLastStartedTime()).isEqualTo(Protos.timestamp(service.clock().now()));
    assertThat(info.getExpirationTime().getSeconds() - info.getScheduledTime().getSeconds())
        .isEqualTo(3600);
  }

  @Test
  void closedWorkflow_isDescribedWithTheActivitiesThatItLeft() {
    FakeActivity activity = service.schedule(ActivitySpec.of("Type", QUEUE));
    activity.closeWorkflow(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED);

    DescribeWorkflowExecutionResponse response = describe(activity.workflowId(), activity.runId());

    assertThat(response.getWorkflowExecutionInfo().getStatus())
        .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED);
    assertThat(response.getWorkflowExecutionInfo().hasCloseTime()).isTrue();
    assertThat(response.getPendingActivitiesCount()).isEqualTo(1);
    assertThat(activity.pending()).isEmpty();
  }

  @Test
  void calls_areLoggedWithTheirHeaders() {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("client-name", Metadata.ASCII_STRING_MARSHALLER), "tester");
    var unused =
        worker
            .stub()
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
            .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());

    RecordedCall call = service.awaitCalls(Rpc.GET_SYSTEM_INFO, 1).get(0);
    assertThat(call.header("client-name")).isEqualTo("tester");
    assertThat(call.header("client-version")).isEmpty();
    assertThat(call.request(GetSystemInfoRequest.class)).isNotNull();
    assertThat(service.calls(Rpc.POLL)).isEmpty();
  }

  private NamespaceInfo namespace(DescribeNamespaceRequest.Builder request) {
    return worker.stub().describeNamespace(request.build()).getNamespaceInfo();
  }

  private DescribeWorkflowExecutionResponse describe(String workflowId, String runId) {
    return worker
        .stub()
        .describeWorkflowExecution(
            DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setExecution(
                    WorkflowExecution.newBuilder().setWorkflowId(workflowId).setRunId(runId))
                .build());
  }
}
