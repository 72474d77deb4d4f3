package dev.longhaul.docs.patterns;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Waits for a person, and reminds them. */
@WorkflowInterface
public interface ApprovalWorkflow {
  /** Returns whether the person approves. */
  @WorkflowMethod
  boolean ask(String subject, Duration remindEvery);
}
