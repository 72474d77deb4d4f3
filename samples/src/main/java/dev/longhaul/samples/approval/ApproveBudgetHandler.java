package dev.longhaul.samples.approval;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import jakarta.inject.Inject;

/**
 * Puts the question on a person's desk, with the ids of the activity, and returns. The ids are no
 * secret, and nothing of this process is needed any more: the answer may come after its end. While
 * it lives, its heartbeats find out whether anybody still waits for the answer.
 */
@AsyncActivityHandler(contract = ApprovalActivities.class, heartbeatInterval = "1s")
final class ApproveBudgetHandler {
  private final Desk desk;

  @Inject
  ApproveBudgetHandler(Desk desk) {
    this.desk = desk;
  }

  @OnStart
  void start(String purpose, int amount, PendingActivity<Integer> activity) {
    desk.ask(purpose, amount, activity.fullActivityId());
  }

  @OnCancel
  void cancel(StopRequest why, PendingActivity<Integer> activity) {
    desk.withdraw(why);
    if (why.kind() == StopRequest.Kind.CANCELLED) {
      activity.reportCancellation();
    }
  }
}
