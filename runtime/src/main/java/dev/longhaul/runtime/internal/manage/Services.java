package dev.longhaul.runtime.internal.manage;

import dev.longhaul.runtime.internal.time.Ticker;
import dev.longhaul.runtime.internal.time.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What all attempts of a manager share. Immutable and thread-safe.
 *
 * @param callbacks where user code runs; takes everything, also when the process ends
 * @param random from 0 (inclusive) to 1, for jitter
 */
public record Services(
    ActivityServer server,
    Encoder encoder,
    Ticker ticker,
    Timer timer,
    Executor callbacks,
    DoubleSupplier random) {

  Future<?> schedule(Runnable task, long nanos) {
    return timer.schedule(task, Math.max(0, nanos), TimeUnit.NANOSECONDS);
  }

  /** Completes a user's future where user code may run: its dependents are user code. */
  public <T> void settle(
      CompletableFuture<T> future, @Nullable T value, @Nullable Throwable failure) {
    callbacks.execute(
        () -> {
          if (failure == null) {
            future.complete(value);
          } else {
            future.completeExceptionally(failure);
          }
        });
  }
}
