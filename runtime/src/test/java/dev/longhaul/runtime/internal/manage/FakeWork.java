package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Work that writes down what is asked of it. */
final class FakeWork implements AttemptWork {
  final List<String> asked = new ArrayList<>();
  final List<StopRequest> stops = new ArrayList<>();
  final List<CompletableFuture<@Nullable Bytes>> hooks = new ArrayList<>();
  final CompletableFuture<@Nullable Bytes> cancelHook = new CompletableFuture<>();
  boolean hasHeartbeatHook;
  boolean heartbeatHookFails;
  boolean hasCancelHook;
  boolean completesElsewhere;

  @Override
  public boolean hasHeartbeatHook() {
    return hasHeartbeatHook;
  }

  @Override
  public CompletionStage<@Nullable Bytes> heartbeatDetails() {
    CompletableFuture<@Nullable Bytes> details = new CompletableFuture<>();
    hooks.add(details);
    if (heartbeatHookFails) {
      details.completeExceptionally(new IllegalStateException("lost"));
    }
    return details;
  }

  @Override
  public void stopRequested(StopRequest request) {
    stops.add(request);
    asked.add("stop " + request.kind());
  }

  @Override
  public void pauseChanged(PauseEvent event) {
    asked.add(event.name());
  }

  @Override
  public boolean hasCancelHook() {
    return hasCancelHook;
  }

  @Override
  public CompletionStage<@Nullable Bytes> cancel(StopRequest request) {
    asked.add("cancel");
    return cancelHook;
  }

  @Override
  public void interrupt() {
    asked.add("interrupt");
  }

  @Override
  public void cancelStage() {
    asked.add("cancel stage");
  }

  @Override
  public boolean completesElsewhere() {
    return completesElsewhere;
  }

  @Override
  public void ended() {
    asked.add("ended");
  }
}
