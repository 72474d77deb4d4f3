package dev.longhaul.samples.encrypted;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Charges two cards, of which the second one is declined. */
@WorkflowInterface
public interface PaymentWorkflow {
  /**
   * One after the other.
   *
   * @return what came of it, in words
   */
  @WorkflowMethod
  String pay(String card, String otherCard, String activityQueue);
}
