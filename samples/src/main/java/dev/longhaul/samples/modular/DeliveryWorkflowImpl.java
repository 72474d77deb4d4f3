package dev.longhaul.samples.modular;

import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;

/** Which jar an activity is in makes no difference here. */
public final class DeliveryWorkflowImpl implements DeliveryWorkflow {

  @Override
  public List<String> deliver(String recipient, String text, String activityQueue) {
    DeliveryActivities activities =
        Workflow.newActivityStub(
            DeliveryActivities.class,
            ActivityOptions.newBuilder()
                .setTaskQueue(activityQueue) // Longhaul's; no worker of an SDK polls it
                .setStartToCloseTimeout(Duration.ofMinutes(1))
                .build());
    activities.checkAddress(recipient);
    return List.of(
        activities.sendMail(recipient, text), activities.foldLetter(activities.printLetter(text)));
  }
}
