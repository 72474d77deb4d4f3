package dev.longhaul.testing.junit5;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import jakarta.inject.Inject;
import java.util.List;

/** Asks a person, who answers some day. */
@AsyncActivityHandler(activityType = "Approve", heartbeatInterval = "1h")
final class ApprovalHandler {
  private final List<String> questions;

  @Inject
  ApprovalHandler(List<String> questions) {
    this.questions = questions;
  }

  @OnStart
  void start(String question, PendingActivity<Boolean> pending) {
    questions.add(question + " " + pending.taskToken().digest());
  }

  @OnCancel
  void withdraw() {
    questions.clear();
  }
}
