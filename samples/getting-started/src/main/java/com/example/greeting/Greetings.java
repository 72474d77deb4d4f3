package com.example.greeting;

import io.temporal.activity.ActivityInterface;

/** What the workflow calls. */
@ActivityInterface
public interface Greetings {
  String writeGreeting(String name);
}
