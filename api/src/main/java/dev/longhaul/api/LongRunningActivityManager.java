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
   * @throws IllegalArgumentException if it is addressed by ids of a workflow without a run id, or
   *     if the interval is {@code auto} and its heartbeat timeout is unknown
   * @throws IllegalStateException if the manager is closed
   */
  void startProcessing(HandOff handOff, ProcessingOptions options);

  /**
   * Looks after an activity of which nothing but the reference is known: the options must say
   * {@link ProcessingOptions#eraseDetails} and an interval, or none, since the server is not asked.
   * Whoever knows more gives a {@link HandOff}.
   *
   * @throws IllegalArgumentException if the options leave that open, or as for a hand-off
   * @throws IllegalStateException if the manager is closed
   */
  void startProcessing(ActivityReference activity, ProcessingOptions options);

  /** Completes a managed activity with a result, which may be null. */
  CompletableFuture<Void> completeProcessing(ActivityReference activity, @Nullable Object result);

  /** Fails a managed activity: as {@link AsyncCompletionClient#fail}. */
  CompletableFuture<Void> failProcessing(ActivityReference activity, Throwable failure);

  /**
   * The work of a managed activity has ended as it was asked to. After a cancellation that the
   * workflow asked for, which the server is asked about if it was not seen yet, the activity is
   * reported as canceled; after another stop request the attempt ends as that request says.
   *
   * @param reason becomes the details of the cancellation; any values that the converters can carry
   * @return fails with {@link CancellationNotRequestedException} if nobody asked; nothing else has
   *     changed then
   */
  CompletableFuture<Void> cancelProcessing(ActivityReference activity, @Nullable Object... reason);

  /**
   * What is known of a managed activity. Ids without a run id find the activity in whatever run it
   * is managed, which takes time in proportion to the number of activities.
   */
  Optional<ActivitySnapshot> get(ActivityReference activity);

  /** What is known of all managed activities, in no particular order. */
  List<ActivitySnapshot> snapshot();

  /** Tells the listener of everything from now on. */
  void addListener(ActivityListener listener);

  /** Tells the listener of nothing that happens from now on. */
  void removeListener(ActivityListener listener);

  /**
   * Waits until no activity is managed any more; heartbeats and reports go on meanwhile.
   *
   * @return completes with true when none is, with false when the timeout passed before
   */
  CompletableFuture<Boolean> drain(Duration timeout);

  /**
   * Lets go of all activities, each by its {@link ShutdownAction}: it is stopped and fails so that
   * another process takes over, or it gets one last heartbeat and is reported no more, so that
   * whoever does its work may still complete it. Outcomes that are decided are still reported for
   * ten seconds. Idempotent; returns at once.
   */
  @Override
  void close();
}
