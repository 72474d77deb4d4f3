package dev.longhaul.testing;

import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.workflow.v1.PendingActivityInfo;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import io.grpc.Channel;
import io.temporal.api.command.v1.Command;
import io.temporal.api.command.v1.CompleteWorkflowExecutionCommandAttributes;
import io.temporal.api.command.v1.ContinueAsNewWorkflowExecutionCommandAttributes;
import io.temporal.api.command.v1.RequestCancelActivityTaskCommandAttributes;
import io.temporal.api.command.v1.ScheduleActivityTaskCommandAttributes;
import io.temporal.api.common.v1.Header;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.Priority;
import io.temporal.api.common.v1.RetryPolicy;
import io.temporal.api.enums.v1.CommandType;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.PauseActivityRequest;
import io.temporal.api.workflowservice.v1.ResetActivityRequest;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.TerminateWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.UnpauseActivityRequest;
import java.util.Optional;
import java.util.UUID;

/** An activity of a real server. */
final class RealTestedActivity implements TestedActivity {
  private static final String NAMESPACE = "default";

  // After the start of the workflow and its first workflow task.
  private static final long SCHEDULED_EVENT = 5;
  private static final long FIRST_WORKFLOW_TASK_STARTED = 3;

  private final WorkflowByHand workflow;
  private final String activityId;

  RealTestedActivity(WorkflowByHand workflow, String activityId) {
    this.workflow = workflow;
    this.activityId = activityId;
  }

  static RealTestedActivity schedule(Channel channel, ActivitySpec spec) {
    PollActivityTaskQueueResponse task = spec.task();
    String id = task.getActivityId().isEmpty() ? "5" : task.getActivityId();
    WorkflowByHand workflow =
        WorkflowByHand.start(channel, task.getWorkflowExecution().getWorkflowId());
    workflow.decide(
        Command.newBuilder()
            .setCommandType(CommandType.COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK)
            .setScheduleActivityTaskCommandAttributes(attributes(spec, id))
            .build());
    return new RealTestedActivity(workflow, id);
  }

  private static ScheduleActivityTaskCommandAttributes attributes(ActivitySpec spec, String id) {
    PollActivityTaskQueueResponse task = spec.task();
    var attributes =
        ScheduleActivityTaskCommandAttributes.newBuilder()
            .setActivityId(id)
            .setScheduleToCloseTimeout(task.getScheduleToCloseTimeout())
            .setStartToCloseTimeout(task.getStartToCloseTimeout())
            .setHeartbeatTimeout(task.getHeartbeatTimeout());
    attributes.getActivityTypeBuilder().setName(task.getActivityType().getName());
    attributes.getTaskQueueBuilder().setName(spec.taskQueue());
    if (task.hasRetryPolicy()) {
      attributes.setRetryPolicy(Official.parse(RetryPolicy.parser(), task.getRetryPolicy()));
    }
    if (task.hasInput()) {
      attributes.setInput(Official.parse(Payloads.parser(), task.getInput()));
    }
    if (task.hasHeader()) {
      attributes.setHeader(Official.parse(Header.parser(), task.getHeader()));
    }
    if (task.hasPriority()) {
      attributes.setPriority(Official.parse(Priority.parser(), task.getPriority()));
    }
    return attributes.build();
  }

  @Override
  public String workflowId() {
    return workflow.execution().getWorkflowId();
  }

  @Override
  public String runId() {
    return workflow.execution().getRunId();
  }

  @Override
  public String activityId() {
    return activityId;
  }

  @Override
  public void requestCancel() {
    workflow.wakeAndDecide(
        Command.newBuilder()
            .setCommandType(CommandType.COMMAND_TYPE_REQUEST_CANCEL_ACTIVITY_TASK)
            .setRequestCancelActivityTaskCommandAttributes(
                RequestCancelActivityTaskCommandAttributes.newBuilder()
                    .setScheduledEventId(SCHEDULED_EVENT))
            .build());
  }

  @Override
  public void pause() {
    var unused =
        workflow
            .stub()
            .pauseActivity(
                PauseActivityRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setExecution(workflow.execution())
                    .setId(activityId)
                    .build());
  }

  @Override
  public void unpause() {
    var unused =
        workflow
            .stub()
            .unpauseActivity(
                UnpauseActivityRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setExecution(workflow.execution())
                    .setId(activityId)
                    .build());
  }

  @Override
  public void reset() {
    var unused =
        workflow
            .stub()
            .resetActivity(
                ResetActivityRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setExecution(workflow.execution())
                    .setId(activityId)
                    .build());
  }

  @Override
  public void end(Ending how) {
    switch (how) {
      case COMPLETED ->
          workflow.wakeAndDecide(
              Command.newBuilder()
                  .setCommandType(CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION)
                  .setCompleteWorkflowExecutionCommandAttributes(
                      CompleteWorkflowExecutionCommandAttributes.getDefaultInstance())
                  .build());
      case CONTINUED_AS_NEW ->
          workflow.wakeAndDecide(
              Command.newBuilder()
                  .setCommandType(CommandType.COMMAND_TYPE_CONTINUE_AS_NEW_WORKFLOW_EXECUTION)
                  .setContinueAsNewWorkflowExecutionCommandAttributes(
                      ContinueAsNewWorkflowExecutionCommandAttributes.getDefaultInstance())
                  .build());
      case TERMINATED -> {
        var unused =
            workflow
                .stub()
                .terminateWorkflowExecution(
                    TerminateWorkflowExecutionRequest.newBuilder()
                        .setNamespace(NAMESPACE)
                        .setWorkflowExecution(workflow.execution())
                        .build());
      }
      case RESET -> {
        var unused =
            workflow
                .stub()
                .resetWorkflowExecution(
                    ResetWorkflowExecutionRequest.newBuilder()
                        .setNamespace(NAMESPACE)
                        .setWorkflowExecution(workflow.execution())
                        .setWorkflowTaskFinishEventId(FIRST_WORKFLOW_TASK_STARTED)
                        .setRequestId(UUID.randomUUID().toString())
                        .build());
      }
    }
  }

  @Override
  public Optional<PendingActivityInfo> pending() {
    return workflow
        .stub()
        .describeWorkflowExecution(
            DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setExecution(workflow.execution())
                .build())
        .getPendingActivitiesList()
        .stream()
        .map(info -> Official.parse(PendingActivityInfo.parser(), info))
        .findFirst();
  }

  @Override
  public Closing closing() {
    return workflow.history().stream()
        .flatMap(event -> closing(event).stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError("the history does not say how it was closed"));
  }

  private static Optional<Closing> closing(HistoryEvent event) {
    return switch (event.getEventType()) {
      case EVENT_TYPE_ACTIVITY_TASK_COMPLETED -> Optional.of(new Closing("COMPLETED"));
      case EVENT_TYPE_ACTIVITY_TASK_CANCELED -> Optional.of(new Closing("CANCELED"));
      case EVENT_TYPE_ACTIVITY_TASK_FAILED -> {
        var failed = event.getActivityTaskFailedEventAttributes();
        yield Optional.of(
            new Closing(
                "FAILED " + Enums.shortened(failed.getRetryState()),
                Official.parse(Failure.parser(), failed.getFailure())));
      }
      case EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT -> {
        var timedOut = event.getActivityTaskTimedOutEventAttributes();
        TimeoutType type = timedOut.getFailure().getTimeoutFailureInfo().getTimeoutType();
        String why = Enums.shortened(timedOut.getRetryState());
        yield Optional.of(new Closing("TIMED_OUT " + Enums.shortened(type) + " " + why));
      }
      default -> Optional.empty();
    };
  }
}
