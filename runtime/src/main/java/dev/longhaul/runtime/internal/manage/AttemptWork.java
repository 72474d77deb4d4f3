package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The work of one attempt, as the manager steers it; by default there is nothing to steer. Calls
 * come from timer and network threads, with no lock held, and must only hand over to the work's own
 * threads.
 */
public interface AttemptWork {

  /** Whether there are details to ask for before a heartbeat, now. */
  default boolean hasHeartbeatHook() {
    return false;
  }

  /** Asks for details; null keeps the last ones. Called when the previous answer has come. */
  default CompletionStage<@Nullable Bytes> heartbeatDetails() {
    return CompletableFuture.completedStage(null);
  }

  /** Tells listeners of a request, in the order of the calls. */
  default void stopRequested(StopRequest request) {}

  /** Tells listeners of a pause during which the work goes on, in the order of the calls. */
  default void pauseChanged(PauseEvent event) {}

  /** Whether there is a hook that ends the work. */
  default boolean hasCancelHook() {
    return false;
  }

  /** Runs that hook; the stage gives the details that it returned, and never fails. */
  default CompletionStage<@Nullable Bytes> cancel(StopRequest request) {
    return CompletableFuture.completedStage(null);
  }

  /** Interrupts the thread of a blocking start, if it still runs. */
  default void interrupt() {}

  /** Cancels the stage that the start returned, if there is one. */
  default void cancelStage() {}

  /** Whether anyone outside this process may end the activity as a matter of course. */
  default boolean completesElsewhere() {
    return false;
  }

  /** The attempt has ended: nothing more will be asked, and what it held is free. */
  default void ended() {}
}
