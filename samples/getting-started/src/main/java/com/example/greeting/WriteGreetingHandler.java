package com.example.greeting;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;

/** Asks somebody for a greeting, and does not wait for it. */
@AsyncActivityHandler(
    activityType = "WriteGreeting",
    contract = Greetings.class,
    taskQueue = "greetings",
    heartbeatInterval = "2s")
final class WriteGreetingHandler {

  @OnStart
  void start(String name, PendingActivity<String> activity) {
    System.out.println(
        "Attempt " + activity.attempt() + ": who writes a greeting for " + name + "?");
    System.out.println(
        "  answer " + activity.fullActivityId().toText() + " \"Hello, " + name + "\"");
  }

  @OnCancel
  void cancel(StopRequest why, PendingActivity<String> activity) {
    System.out.println("No greeting is needed any more. " + why);
    if (why.kind() == StopRequest.Kind.CANCELLED) {
      activity.reportCancellation();
    }
  }
}
