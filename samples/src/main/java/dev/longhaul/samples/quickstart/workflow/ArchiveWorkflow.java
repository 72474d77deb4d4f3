package dev.longhaul.samples.quickstart.workflow;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Archives a folder, has a person approve of it, and publishes a report. */
@WorkflowInterface
public interface ArchiveWorkflow {
  @WorkflowMethod
  Outcome run(Order order);
}
