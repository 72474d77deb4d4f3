package dev.longhaul.samples.handoff;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/** Has two parcels delivered. */
@WorkflowInterface
public interface DeliveryWorkflow {
  @WorkflowMethod
  List<Receipt> deliver(int kilometres, String activityQueue);
}
