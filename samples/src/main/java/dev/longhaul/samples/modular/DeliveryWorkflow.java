package dev.longhaul.samples.modular;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/** Sends a text as a mail and as a letter. */
@WorkflowInterface
public interface DeliveryWorkflow {
  /**
   * Sends both.
   *
   * @return what came of the mail and of the letter
   */
  @WorkflowMethod
  List<String> deliver(String recipient, String text, String activityQueue);
}
