package dev.longhaul.samples.greeting;

import io.temporal.activity.ActivityInterface;

/** The activity as the workflow calls it; Temporal knows it as {@code ComposeGreeting}. */
@ActivityInterface
public interface GreetingActivities {
  String composeGreeting(String greeting, String name);
}
