package dev.longhaul.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Looks after long-running activities: heartbeats each at its interval, tells it of stop requests
 * and reports its one outcome until the server acknowledged. Thread-safe and non-blocking.
 *
 * <p>The runtime gives it every task that a handler receives; {@link #startProcessing} gives it
 * activities that were received elsewhere. Futures are as in {@link AsyncCompletionClient}; a call
 * on an activity that is not managed here fails with {@link ActivityNotFoundException}.
 *
 * <p>Not for implementation by users: methods will be added.
 */
public interface LongRunningActivityManager extends AutoCloseable {

  /**
   * Looks after an activity from now on. The same token again replaces the earlier entry, and a
   * newer attempt of the same activity supersedes an older one.
   *
   * @throws IllegalArgumentException if it is addressed by ids of a workflow without a run id
   * @throws IllegalStateException if the manager is closed
   */
  void startProcessing(HandOff handOff, ProcessingOptions options);

  /** Completes a managed activity with a result, which may be null. */
  CompletableFuture<Void> completeProcessing(ActivityReference activity, @Nullable Object result);

  /** Fails a managed activity: as {@link AsyncCompletionClient#fail}. */
  CompletableFuture<Void> failProcessing(ActivityReference activity, Throwable failure);

  /** Reports that a managed activity was cancelled, as the workflow asked. */
  CompletableFuture<Void> cancelProcessing(ActivityReference activity, @Nullable Object... details);

  /**
   * What is known of a managed activity. Ids without a run id find the activity in whatever run it
   * is managed, which takes time in proportion to the number of activities.
   */
  Optional<ActivitySnapshot> get(ActivityReference activity);

  /** What is known of all managed activities, in no particular order. */
  List<ActivitySnapshot> snapshot();

  /**
   * Waits until no activity is managed any more; heartbeats and reports go on meanwhile.
   *
   * @return completes with true when none is, with false when the timeout passed before
   */
  CompletableFuture<Boolean> drain(Duration timeout);

  /**
   * Releases all activities: each gets one last heartbeat and is reported no more, so that whoever
   * does its work may still complete it. Idempotent; returns at once.
   */
  @Override
  void close();
}
