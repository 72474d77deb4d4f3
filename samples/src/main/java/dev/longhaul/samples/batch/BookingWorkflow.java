package dev.longhaul.samples.batch;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/** Has invoices booked. */
@WorkflowInterface
public interface BookingWorkflow {
  @WorkflowMethod
  Bookings bookAll(List<Invoice> invoices, String activityQueue);
}
