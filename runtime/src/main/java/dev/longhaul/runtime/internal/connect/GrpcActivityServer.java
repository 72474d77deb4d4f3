package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.proto.enums.v1.WorkflowExecutionStatus;
import dev.longhaul.proto.workflow.v1.PendingActivityInfo;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.runtime.internal.manage.ActivityServer;
import dev.longhaul.runtime.internal.manage.Answer;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The manager's server over gRPC: each call is one try of at most ten seconds. Thread-safe. */
final class GrpcActivityServer implements ActivityServer {

  private final Calls calls;
  private final Requests requests;

  GrpcActivityServer(Calls calls, Requests requests) {
    this.calls = calls;
    this.requests = requests;
  }

  @Override
  public CompletableFuture<Answer> heartbeat(
      ActivityReference activity, @Nullable Bytes details, Duration limit) {
    if (activity instanceof TaskToken token) {
      return calls
          .start(
              WorkflowServiceGrpc.getRecordActivityTaskHeartbeatMethod(),
              requests.heartbeat(token, details),
              limit)
          .handle(
              answered(
                  activity,
                  response ->
                      new Answer.Acknowledged(
                          response.getCancelRequested(),
                          response.getActivityPaused(),
                          response.getActivityReset())));
    }
    return calls
        .start(
            WorkflowServiceGrpc.getRecordActivityTaskHeartbeatByIdMethod(),
            requests.heartbeat((FullActivityId) activity, details),
            limit)
        .handle(
            answered(
                activity,
                response ->
                    new Answer.Acknowledged(
                        response.getCancelRequested(),
                        response.getActivityPaused(),
                        response.getActivityReset())));
  }

  @Override
  public CompletableFuture<Answer> report(
      ActivityReference activity, EncodedOutcome outcome, @Nullable Bytes lastDetails) {
    CompletableFuture<?> answer =
        activity instanceof TaskToken token
            ? reportByToken(token, outcome, lastDetails)
            : reportById((FullActivityId) activity, outcome, lastDetails);
    return answer.handle(answered(activity, response -> Answer.Acknowledged.PLAIN));
  }

  private CompletableFuture<?> reportByToken(
      TaskToken token, EncodedOutcome outcome, @Nullable Bytes lastDetails) {
    if (outcome instanceof EncodedOutcome.Completed completed) {
      return calls.start(
          WorkflowServiceGrpc.getRespondActivityTaskCompletedMethod(),
          requests.completed(token, completed.result()),
          LONGEST_TRY);
    }
    if (outcome instanceof EncodedOutcome.Failed failed) {
      return calls.start(
          WorkflowServiceGrpc.getRespondActivityTaskFailedMethod(),
          requests.failed(token, failed.failure(), lastDetails),
          LONGEST_TRY);
    }
    return calls.start(
        WorkflowServiceGrpc.getRespondActivityTaskCanceledMethod(),
        requests.canceled(token, ((EncodedOutcome.Canceled) outcome).details()),
        LONGEST_TRY);
  }

  private CompletableFuture<?> reportById(
      FullActivityId id, EncodedOutcome outcome, @Nullable Bytes lastDetails) {
    if (outcome instanceof EncodedOutcome.Completed completed) {
      return calls.start(
          WorkflowServiceGrpc.getRespondActivityTaskCompletedByIdMethod(),
          requests.completed(id, completed.result()),
          LONGEST_TRY);
    }
    if (outcome instanceof EncodedOutcome.Failed failed) {
      return calls.start(
          WorkflowServiceGrpc.getRespondActivityTaskFailedByIdMethod(),
          requests.failed(id, failed.failure(), lastDetails),
          LONGEST_TRY);
    }
    return calls.start(
        WorkflowServiceGrpc.getRespondActivityTaskCanceledByIdMethod(),
        requests.canceled(id, ((EncodedOutcome.Canceled) outcome).details()),
        LONGEST_TRY);
  }

  @Override
  public CompletableFuture<Standing> look(FullActivityId id) {
    if (id.isStandalone()) {
      // It has no workflow to ask about; a refusal is all there is to learn.
      return CompletableFuture.completedFuture(new Standing.NotPending());
    }
    return calls
        .start(
            WorkflowServiceGrpc.getDescribeWorkflowExecutionMethod(),
            requests.describe(id),
            LONGEST_TRY)
        .handle(
            (response, failure) ->
                failure == null ? standing(id, response) : standingAfter(failure));
  }

  @Override
  public CompletableFuture<Boolean> wasReported(FullActivityId id) {
    return new ActivityHistory(calls, requests, id).wasReported();
  }

  private static Standing standing(FullActivityId id, DescribeWorkflowExecutionResponse response) {
    if (response.getWorkflowExecutionInfo().getStatus()
        != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
      return new Standing.WorkflowClosed();
    }
    for (PendingActivityInfo pending : response.getPendingActivitiesList()) {
      if (pending.getActivityId().equals(id.activityId())) {
        return new Standing.Pending(pending.getAttempt());
      }
    }
    return new Standing.NotPending();
  }

  private static Standing standingAfter(Throwable failure) {
    return switch (Statuses.code(failure)) {
      case NOT_FOUND -> new Standing.WorkflowClosed();
      default -> new Standing.Unknown();
    };
  }

  /** The run id that an execution without one means at this moment. */
  CompletableFuture<String> currentRun(FullActivityId id) {
    return calls
        .start(
            WorkflowServiceGrpc.getDescribeWorkflowExecutionMethod(),
            requests.describe(id),
            LONGEST_TRY)
        .thenApply(response -> response.getWorkflowExecutionInfo().getExecution().getRunId());
  }

  private static <R>
      java.util.function.BiFunction<@Nullable R, @Nullable Throwable, Answer> answered(
          ActivityReference activity, Function<R, Answer> acknowledged) {
    return (response, failure) ->
        failure == null && response != null
            ? acknowledged.apply(response)
            : Statuses.answer(activity, java.util.Objects.requireNonNull(failure));
  }
}
