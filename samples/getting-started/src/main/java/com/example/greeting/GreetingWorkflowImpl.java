package com.example.greeting;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

public class GreetingWorkflowImpl implements GreetingWorkflow {
  private final Greetings greetings =
      Workflow.newActivityStub(
          Greetings.class,
          ActivityOptions.newBuilder()
              .setTaskQueue("greetings") // Longhaul's own queue
              .setStartToCloseTimeout(Duration.ofDays(1))
              .setHeartbeatTimeout(Duration.ofSeconds(10))
              .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
              .build());

  @Override
  public String greet(String name) {
    return greetings.writeGreeting(name);
  }
}
