package com.acme;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.StopRequest;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;

@AsyncActivityHandler(activityType = "TranscodeVideo", taskQueue = "media", heartbeatInterval = "10s")
final class TranscodeHandler {
  record Request(String source) {}

  record Progress(int percent) {}

  @Inject
  TranscodeHandler(Runnable farm) {}

  @OnStart
  CompletableFuture<String> start(Request request, ActivityContext context) {
    return new CompletableFuture<>();
  }

  @OnHeartbeat
  Progress progress() {
    return new Progress(50);
  }

  @OnCancel
  void cancel(StopRequest why) {}
}
