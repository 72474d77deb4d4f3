package dev.longhaul.samples.handoff;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;

/** An ordinary workflow: who completes its activities is not its concern. */
public final class DeliveryWorkflowImpl implements DeliveryWorkflow {

  @Override
  public List<Receipt> deliver(int kilometres, String activityQueue) {
    CourierActivities couriers =
        Workflow.newActivityStub(
            CourierActivities.class,
            ActivityOptions.newBuilder()
                .setTaskQueue(activityQueue)
                .setStartToCloseTimeout(Duration.ofMinutes(10))
                .setHeartbeatTimeout(Duration.ofSeconds(2)) // shorter than any ride
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .build());
    Promise<Receipt> byBike =
        Async.function(couriers::deliverByBike, new Parcel("a letter", kilometres));
    Promise<Receipt> byVan =
        Async.function(couriers::deliverByVan, new Parcel("a piano", kilometres));
    whenBothHaveEnded(byBike, byVan).get();
    return List.of(byBike.get(), byVan.get());
  }

  // Also if one fails or is cancelled first: nobody is left on the way when the workflow ends.
  private static Promise<Void> whenBothHaveEnded(Promise<?> one, Promise<?> other) {
    return Promise.allOf(
        one.handle((receipt, failure) -> null), other.handle((receipt, failure) -> null));
  }
}
