package dev.longhaul.testing;

import dev.longhaul.proto.enums.v1.TimeoutType;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.workflow.v1.PendingActivityInfo;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import io.grpc.Channel;
import io.temporal.api.activity.v1.ActivityExecutionInfo;
import io.temporal.api.common.v1.RetryPolicy;
import io.temporal.api.enums.v1.ActivityExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeActivityExecutionResponse;
import io.temporal.api.workflowservice.v1.PauseActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.RequestCancelActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.ResetActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.StartActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.TerminateActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.UnpauseActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A standalone activity of a real server. */
record StandaloneTestedActivity(Channel channel, String activityId, String runId)
    implements TestedActivity {
  private static final String NAMESPACE = "default";

  static StandaloneTestedActivity start(Channel channel, ActivitySpec spec) {
    PollActivityTaskQueueResponse task = spec.task();
    String id = UUID.randomUUID().toString();
    var request =
        StartActivityExecutionRequest.newBuilder()
            .setNamespace(NAMESPACE)
            .setRequestId(UUID.randomUUID().toString())
            .setActivityId(id)
            .setScheduleToCloseTimeout(task.getScheduleToCloseTimeout())
            .setStartToCloseTimeout(task.getStartToCloseTimeout())
            .setHeartbeatTimeout(task.getHeartbeatTimeout());
    request.getActivityTypeBuilder().setName(task.getActivityType().getName());
    request.getTaskQueueBuilder().setName(spec.taskQueue());
    if (task.hasRetryPolicy()) {
      request.setRetryPolicy(Official.parse(RetryPolicy.parser(), task.getRetryPolicy()));
    }
    String runId = stub(channel).startActivityExecution(request.build()).getRunId();
    return new StandaloneTestedActivity(channel, id, runId);
  }

  @Override
  public String workflowId() {
    return "";
  }

  @Override
  public void requestCancel() {
    var unused =
        stub(channel)
            .requestCancelActivityExecution(
                RequestCancelActivityExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setActivityId(activityId)
                    .setRunId(runId)
                    .setRequestId(UUID.randomUUID().toString())
                    .build());
  }

  @Override
  public void pause() {
    var unused =
        stub(channel)
            .pauseActivityExecution(
                PauseActivityExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setActivityId(activityId)
                    .setRunId(runId)
                    .build());
  }

  @Override
  public void unpause() {
    var unused =
        stub(channel)
            .unpauseActivityExecution(
                UnpauseActivityExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setActivityId(activityId)
                    .setRunId(runId)
                    .build());
  }

  @Override
  public void reset() {
    var unused =
        stub(channel)
            .resetActivityExecution(
                ResetActivityExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setActivityId(activityId)
                    .setRunId(runId)
                    .build());
  }

  @Override
  public void end(Ending how) {
    if (how != Ending.TERMINATED) {
      throw new IllegalArgumentException("a standalone activity has no workflow that ends");
    }
    var unused =
        stub(channel)
            .terminateActivityExecution(
                TerminateActivityExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setActivityId(activityId)
                    .setRunId(runId)
                    .setRequestId(UUID.randomUUID().toString())
                    .build());
  }

  @Override
  public Optional<PendingActivityInfo> pending() {
    ActivityExecutionInfo info = describe().getInfo();
    if (info.getStatus() != ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_RUNNING
        && info.getStatus() != ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_PAUSED) {
      return Optional.empty();
    }
    var pending =
        PendingActivityInfo.newBuilder()
            .setActivityId(activityId)
            .setStateValue(info.getRunStateValue())
            .setAttempt(info.getAttempt())
            .setLastWorkerIdentity(info.getLastWorkerIdentity())
            .setCurrentRetryInterval(info.getCurrentRetryInterval());
    if (info.hasHeartbeatDetails()) {
      pending.setHeartbeatDetails(
          Official.parse(
              dev.longhaul.proto.common.v1.Payloads.parser(), info.getHeartbeatDetails()));
    }
    return Optional.of(pending.build());
  }

  @Override
  public Closing closing() {
    DescribeActivityExecutionResponse response = describe();
    String status = response.getInfo().getStatus().name().replace("ACTIVITY_EXECUTION_STATUS_", "");
    Failure failure = Official.parse(Failure.parser(), response.getOutcome().getFailure());
    String why = Enums.shortened(response.getOutcome().getRetryState());
    return switch (status) {
      case "FAILED" -> new Closing("FAILED " + why, failure);
      case "TIMED_OUT" -> {
        TimeoutType type = failure.getTimeoutFailureInfo().getTimeoutType();
        yield new Closing("TIMED_OUT " + Enums.shortened(type) + " " + why);
      }
      default -> new Closing(status);
    };
  }

  private DescribeActivityExecutionResponse describe() {
    return stub(channel)
        .describeActivityExecution(
            DescribeActivityExecutionRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setActivityId(activityId)
                .setRunId(runId)
                .setIncludeOutcome(true)
                .setIncludeHeartbeatDetails(true)
                .build());
  }

  private static WorkflowServiceBlockingStub stub(Channel channel) {
    return WorkflowServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
  }
}
