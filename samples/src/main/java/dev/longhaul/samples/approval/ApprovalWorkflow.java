package dev.longhaul.samples.approval;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Has a person approve a budget. */
@WorkflowInterface
public interface ApprovalWorkflow {
  /**
   * Asks, and waits as long as that.
   *
   * @return what came of it, in words
   */
  @WorkflowMethod
  String ask(String purpose, int amount, Duration patience, String activityQueue);
}
