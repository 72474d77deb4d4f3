package dev.longhaul.samples.greeting;

import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * An ordinary workflow of the official Java SDK: how an activity is completed is not its concern.
 */
public final class GreetingWorkflowImpl implements GreetingWorkflow {

  @Override
  public String greet(String first, String second, String activityQueue) {
    GreetingActivities activities =
        Workflow.newActivityStub(
            GreetingActivities.class,
            ActivityOptions.newBuilder()
                .setTaskQueue(activityQueue) // Longhaul's; no worker of an SDK polls it
                .setStartToCloseTimeout(Duration.ofMinutes(1))
                .build());
    Promise<String> greetingsOfFirst = Async.function(() -> helloAndGoodbye(first, activities));
    Promise<String> greetingsOfSecond = Async.function(() -> helloAndGoodbye(second, activities));
    return greetingsOfFirst.get() + " " + greetingsOfSecond.get(); // whoever is ready first
  }

  private static String helloAndGoodbye(String name, GreetingActivities activities) {
    String hello = activities.composeGreeting("Hello", name);
    return hello + " " + goodbye(name, activities);
  }

  private static String goodbye(String name, GreetingActivities activities) {
    try {
      return activities.composeGreeting("Goodbye", name);
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof ApplicationFailure why
          && why.getType().equals(Greeter.HAS_LEFT)) {
        return "(" + why.getOriginalMessage() + ".)";
      }
      throw failure;
    }
  }
}
