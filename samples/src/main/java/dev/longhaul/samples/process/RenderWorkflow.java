package dev.longhaul.samples.process;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Has a film rendered. */
@WorkflowInterface
public interface RenderWorkflow {
  @WorkflowMethod
  Progress render(RenderOrder order, String activityQueue);
}
