package dev.longhaul.samples.greeting;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import jakarta.inject.Inject;
import java.util.concurrent.Future;

/**
 * Hands each greeting to the greeter, with the token of the attempt, and returns. The activity
 * stays open until somebody completes it by that token.
 */
@AsyncActivityHandler(contract = GreetingActivities.class)
final class ComposeGreetingHandler {
  private final Greeter greeter;
  private Future<?> order; // one handler instance per attempt

  @Inject
  ComposeGreetingHandler(Greeter greeter) {
    this.greeter = greeter;
  }

  @OnStart
  void start(String greeting, String name, PendingActivity<String> activity) {
    order = greeter.order(greeting, name, activity.taskToken());
  }

  @OnCancel
  void cancel(StopRequest why, PendingActivity<String> activity) {
    order.cancel(false);
    if (why.kind() == StopRequest.Kind.CANCELLED) {
      activity.reportCancellation();
    }
  }
}
