package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.manage.AttemptWork;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** An attempt that nothing here can work on; it only holds its permit until it is reported. */
record NoWork(Permits.Permit permit) implements AttemptWork {

  @Override
  public boolean hasHeartbeatHook() {
    return false;
  }

  @Override
  public CompletionStage<@Nullable Bytes> heartbeatDetails() {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void stopRequested(StopRequest request) {
    // Nobody is there to listen.
  }

  @Override
  public boolean hasCancelHook() {
    return false;
  }

  @Override
  public CompletionStage<@Nullable Bytes> cancel(StopRequest request) {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void interrupt() {
    // There is no thread.
  }

  @Override
  public void cancelStage() {
    // There is no stage.
  }

  @Override
  public boolean completesElsewhere() {
    return false;
  }

  @Override
  public void ended() {
    permit.release();
  }
}
