package dev.longhaul.api;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reports on activities of one namespace from anywhere, whether or not this process started them.
 * Thread-safe and non-blocking.
 *
 * <p>The futures complete when the server acknowledged, and fail with an {@link
 * ActivityCompletionException}; calls throw nothing but for a null argument. What depends on a
 * future runs on the callback executor. Completing or cancelling a future does not touch the call.
 *
 * <p>Calls are tried again while the server is busy or out of reach, heartbeats too, for a minute
 * in all unless the options or {@link #within} say otherwise; failures and cancellations by ids
 * only as long as no second one can hit another attempt. By token there is no such doubt: it names
 * exactly one attempt.
 *
 * <p>A call on an activity that this process manages goes through its manager, so that it counts
 * there as the one outcome, or as its heartbeat.
 *
 * <p>Not for implementation by users: methods will be added.
 */
public interface AsyncCompletionClient {

  /** The namespace that this client reports to. */
  String namespace();

  /** Completes the activity without a result, as a {@code void} activity does. */
  CompletableFuture<Void> complete(ActivityReference activity);

  /** Completes the activity with a result, which may be null. */
  CompletableFuture<Void> complete(ActivityReference activity, @Nullable Object result);

  /**
   * Fails the attempt: as an {@link ActivityFailureException} says, otherwise retryably with the
   * class name as the type. Of a {@link java.util.concurrent.CompletionException} the cause counts.
   */
  CompletableFuture<Void> fail(ActivityReference activity, Throwable failure);

  /** Fails the attempt. */
  CompletableFuture<Void> fail(ActivityReference activity, ActivityFailure failure);

  /**
   * Reports that the work was cancelled, which the workflow must have asked for. The server checks
   * that: no heartbeat is sent to find out, since one without details would erase those it stored.
   *
   * @return fails with {@link CancellationNotRequestedException} if nobody asked; nothing else has
   *     changed then
   */
  CompletableFuture<Void> reportCancellation(
      ActivityReference activity, @Nullable Object... details);

  /**
   * Heartbeats the activity. The details <em>replace</em> what the server stored: none erase it,
   * except for an activity that this process manages, whose last details are sent again.
   *
   * @return fails with {@link ActivityCancelledException}, {@link ActivityResetException} or {@link
   *     ActivityPausedException} if the answer asks the work to stop; the heartbeat was recorded
   *     all the same. {@link StopRequest#kinds} has all that was asked for. For a managed activity
   *     such requests go to its handler instead.
   */
  CompletableFuture<Void> heartbeat(ActivityReference activity, @Nullable Object... details);

  /**
   * This client, but each of its calls has this time with all its tries. For a report that must
   * survive a longer outage, or a heartbeat that is of no use later. The outcome of an activity
   * that this process manages has the manager's time.
   *
   * @throws IllegalArgumentException if the time is not positive
   */
  AsyncCompletionClient within(Duration totalTimeout);

  /** This client for callers that wait. Not for the callback executor's threads: they are few. */
  BlockingCompletionClient blocking();
}
