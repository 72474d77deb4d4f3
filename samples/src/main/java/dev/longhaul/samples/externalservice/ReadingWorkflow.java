package dev.longhaul.samples.externalservice;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Has a document read. */
@WorkflowInterface
public interface ReadingWorkflow {
  @WorkflowMethod
  Text read(Document document, String activityQueue);
}
