package dev.longhaul.testing.junit5;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

@WorkflowInterface
public interface FilmWorkflow {
  @WorkflowMethod
  String publish(String video);
}
