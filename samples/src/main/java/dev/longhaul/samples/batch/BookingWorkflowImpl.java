package dev.longhaul.samples.batch;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An ordinary workflow with an activity for each invoice: it knows of no batches. */
public final class BookingWorkflowImpl implements BookingWorkflow {

  @Override
  public Bookings bookAll(List<Invoice> invoices, String activityQueue) {
    BookingActivities activities =
        Workflow.newActivityStub(BookingActivities.class, options(activityQueue));
    List<Promise<Void>> bookings =
        invoices.stream()
            .map(invoice -> Async.procedure(activities::bookInvoice, invoice))
            .toList();
    List<String> refused = new ArrayList<>();
    for (Promise<Void> booking : bookings) {
      try {
        booking.get();
      } catch (ActivityFailure failure) {
        refused.add(refusal(failure));
      }
    }
    return new Bookings(invoices.size() - refused.size(), refused);
  }

  private static String refusal(ActivityFailure failure) {
    if (failure.getCause() instanceof ApplicationFailure why
        && why.getType().equals(BookInvoiceHandler.REFUSED)) {
      return why.getOriginalMessage();
    }
    throw failure;
  }

  private static ActivityOptions options(String activityQueue) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(activityQueue) // Longhaul's; no worker of an SDK polls it
        .setStartToCloseTimeout(Duration.ofMinutes(10)) // an invoice may wait for company
        .setHeartbeatTimeout(Duration.ofSeconds(5))
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .build();
  }
}
