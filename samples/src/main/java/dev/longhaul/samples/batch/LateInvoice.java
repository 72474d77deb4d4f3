package dev.longhaul.samples.batch;

import dev.longhaul.api.ActivityListener;
import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.samples.common.Story;
import dev.longhaul.samples.common.WorkflowSide;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** An invoice that waits alone, until its workflow is cancelled. */
final class LateInvoice {
  private final LongRunningActivityManager activities;
  private final AccountingService accounting;
  private final Story story;

  @Inject
  LateInvoice(LongRunningActivityManager activities, AccountingService accounting, Story story) {
    this.activities = activities;
    this.accounting = accounting;
    this.story = story;
  }

  /**
   * Has it leave the queue, so that it is in no batch.
   *
   * @throws IllegalStateException if its batch came first
   */
  void cancelWhileItWaits(WorkflowSide workflows, String queue, Invoice invoice)
      throws InterruptedException {
    int batches = accounting.batches();
    CountDownLatch received = new CountDownLatch(1);
    activities.addListener(
        new ActivityListener() {
          @Override
          public void received(ActivitySnapshot activity) {
            received.countDown();
          }
        });
    WorkflowStub workflow =
        WorkflowStub.fromTyped(workflows.workflow(BookingWorkflow.class, queue + "-late"));
    workflow.start(List.of(invoice), queue);
    received.await();
    story.tell("invoice %d waits for company".formatted(invoice.number()));
    workflow.cancel();
    story.tell("its workflow is cancelled");
    if (!isCanceled(workflow) || accounting.batches() > batches) {
      throw new IllegalStateException(
          "the invoice was in a batch before it was cancelled; let it wait longer, with --max-wait");
    }
    story.tell("its activity is canceled, and accounting has never seen it");
  }

  private static boolean isCanceled(WorkflowStub workflow) {
    try {
      Bookings unused = workflow.getResult(Bookings.class);
      return false;
    } catch (WorkflowFailedException e) {
      if (e.getCause() instanceof CanceledFailure) {
        return true;
      }
      throw e;
    }
  }
}
