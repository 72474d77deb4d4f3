package dev.longhaul.docs;

import dev.longhaul.api.FailureInfo;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.ReceivedFailureException;
import dev.longhaul.proto.common.v1.WorkflowExecution;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionRequest;
import dev.longhaul.runtime.LonghaulClient;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks why the attempt before the current one failed. */
final class LastFailure {
  private LastFailure() {}

  static Optional<ReceivedFailureException> of(FullActivityId activity, LonghaulClient client) {
    return client
        .workflowService()
        .blocking()
        .withDeadlineAfter(10, TimeUnit.SECONDS)
        .describeWorkflowExecution(
            DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace(activity.namespace())
                .setExecution(
                    WorkflowExecution.newBuilder()
                        .setWorkflowId(activity.workflowId())
                        .setRunId(activity.runId()))
                .build())
        .getPendingActivitiesList()
        .stream()
        .filter(pending -> pending.getActivityId().equals(activity.activityId()))
        .filter(pending -> pending.hasLastFailure())
        .map(pending -> client.dataConverter().fromFailure(pending.getLastFailure()))
        .findFirst();
  }

  static boolean wasDeclined(ReceivedFailureException failure) {
    return failure.info() instanceof FailureInfo.Application application
        && application.type().equals("CardDeclined")
        && application.details().get(0, Money.class).isPresent();
  }
}
