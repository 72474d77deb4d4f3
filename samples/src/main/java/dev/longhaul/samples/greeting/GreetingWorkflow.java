package dev.longhaul.samples.greeting;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Greets two people, each with a hello and a goodbye. */
@WorkflowInterface
public interface GreetingWorkflow {
  /**
   * Both at the same time.
   *
   * @return the greetings of the first one, then those of the second one
   */
  @WorkflowMethod
  String greet(String first, String second, String activityQueue);
}
