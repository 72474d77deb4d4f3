package dev.longhaul.api;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reports on activities of one namespace from anywhere, whether or not this process started them.
 * Thread-safe and non-blocking.
 *
 * <p>The futures complete when the server acknowledged, and fail with an {@link
 * ActivityCompletionException}; calls throw nothing but for a null argument. Completing or
 * cancelling a future does not touch the call. Transient failures are retried within a time limit,
 * reports by id only where a second try cannot hit another attempt.
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
   * Reports that the work was cancelled, which the workflow must have asked for.
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
   *     all the same. For a managed activity such requests go to its handler instead.
   */
  CompletableFuture<Void> heartbeat(ActivityReference activity, @Nullable Object... details);
}
