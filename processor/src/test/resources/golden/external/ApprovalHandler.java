package com.acme;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import java.util.List;
import java.util.concurrent.CompletionStage;

@AsyncActivityHandler
class ApprovalHandler {

  @OnStart
  void ask(PendingActivity<List<String>> pending, String question) {}

  @OnHeartbeat
  void beat(PendingActivity<List<String>> pending) {}

  @OnCancel
  CompletionStage<?> withdraw(ActivityContext context, StopRequest why) {
    return pendingWithdrawal();
  }

  private CompletionStage<?> pendingWithdrawal() {
    throw new UnsupportedOperationException();
  }
}
