package com.acme;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PauseAction;
import dev.longhaul.api.ShutdownAction;
import java.io.IOException;

@AsyncActivityHandler(
    name = "charge",
    taskQueue = "${charge.queue:cards}",
    expectedHeartbeatTimeout = "1m",
    cancellationGrace = "30s",
    onPause = PauseAction.CONTINUE,
    onShutdown = ShutdownAction.BY_FORM,
    maxConcurrent = 8,
    maxOutstanding = 0,
    ratePerSecond = 2.5)
public class ChargeCard {

  @OnStart
  @SuppressWarnings("LH078") // it is done when it returns
  public void charge(
      ActivityContext context,
      boolean test,
      byte one,
      short two,
      int three,
      long amount,
      char currency,
      float rate,
      double fee,
      byte[] receipt,
      int[][] matrix)
      throws IOException {}

  @OnHeartbeat
  int attempts(ActivityContext context) throws InterruptedException {
    return context.attempt();
  }
}
