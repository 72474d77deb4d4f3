package dev.longhaul.samples.encrypted;

import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Of encryption there is nothing to be seen here: its worker has a codec for that. */
public final class PaymentWorkflowImpl implements PaymentWorkflow {

  @Override
  public String pay(String card, String otherCard, String activityQueue) {
    PaymentActivities activities =
        Workflow.newActivityStub(
            PaymentActivities.class,
            ActivityOptions.newBuilder()
                .setTaskQueue(activityQueue) // Longhaul's; no worker of an SDK polls it
                .setStartToCloseTimeout(Duration.ofMinutes(1))
                .setHeartbeatTimeout(Duration.ofSeconds(10))
                .build());
    return charge(card, activities) + "; " + charge(otherCard, activities);
  }

  private static String charge(String card, PaymentActivities activities) {
    try {
      return activities.chargeCard(card);
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof ApplicationFailure why
          && why.getType().equals(ChargeCardHandler.DECLINED)) {
        return why.getOriginalMessage();
      }
      throw failure;
    }
  }
}
