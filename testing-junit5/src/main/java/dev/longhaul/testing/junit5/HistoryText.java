package dev.longhaul.testing.junit5;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;

/** A workflow's history as text, without its payloads. */
final class HistoryText {
  private HistoryText() {}

  /** A line for each event that says something of workflow and activities. */
  static String of(WorkflowClient client, WorkflowExecution execution) {
    StringBuilder text = new StringBuilder();
    try {
      client
          .fetchHistory(execution.getWorkflowId(), execution.getRunId())
          .getEvents()
          .forEach(event -> text.append(line(event)));
    } catch (RuntimeException e) {
      text.append("    its history cannot be read: ").append(e).append('\n');
    }
    return "workflow " + execution.getWorkflowId() + "\n" + text;
  }

  private static String line(HistoryEvent event) {
    String name = event.getEventType().name().replace("EVENT_TYPE_", "");
    return name.startsWith("WORKFLOW_TASK_") && !event.hasWorkflowTaskFailedEventAttributes()
        ? ""
        : "    " + event.getEventId() + " " + name + more(event) + "\n";
  }

  private static String more(HistoryEvent event) {
    return switch (event.getEventType()) {
      case EVENT_TYPE_WORKFLOW_EXECUTION_STARTED ->
          " " + event.getWorkflowExecutionStartedEventAttributes().getWorkflowType().getName();
      case EVENT_TYPE_ACTIVITY_TASK_SCHEDULED ->
          " "
              + event.getActivityTaskScheduledEventAttributes().getActivityType().getName()
              + " on "
              + event.getActivityTaskScheduledEventAttributes().getTaskQueue().getName();
      case EVENT_TYPE_ACTIVITY_TASK_STARTED ->
          " attempt "
              + event.getActivityTaskStartedEventAttributes().getAttempt()
              + said(event.getActivityTaskStartedEventAttributes().getLastFailure());
      case EVENT_TYPE_ACTIVITY_TASK_FAILED ->
          said(event.getActivityTaskFailedEventAttributes().getFailure());
      case EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT ->
          said(event.getActivityTaskTimedOutEventAttributes().getFailure());
      case EVENT_TYPE_WORKFLOW_TASK_FAILED ->
          said(event.getWorkflowTaskFailedEventAttributes().getFailure());
      case EVENT_TYPE_WORKFLOW_EXECUTION_FAILED ->
          said(event.getWorkflowExecutionFailedEventAttributes().getFailure());
      default -> "";
    };
  }

  private static String said(Failure failure) {
    String cause = failure.hasCause() ? said(failure.getCause()) : "";
    return failure.getMessage().isEmpty() ? cause : ", " + failure.getMessage() + cause;
  }
}
