package dev.longhaul.api;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Works on several activities at once that were received elsewhere: what {@link OnBatch} is to
 * handlers, without annotations. Each activity that is enqueued is looked after by the {@link
 * LongRunningActivityManager}, heartbeats included, while it waits and while it is worked on, and
 * settles by its own {@link Outcome}. Thread-safe and non-blocking.
 *
 * <p>One that is asked to stop, or completed by somebody else, while it waits leaves the queue. In
 * a batch it stays, and its outcome counts as that of any work that was asked to stop.
 *
 * <p>Of an activity that is known by its token alone, the ids in {@link BatchItem#context} are
 * empty, its attempt is 0, and there is no {@link ActivityContext#idempotencyKey}: hand over what
 * is known with a {@link HandOff}.
 *
 * <p>Made by {@link BatchActivityProcessors}. Not for implementation by users: methods will be
 * added.
 *
 * @param <I> the input of an activity, as whoever enqueues it has it: it is not converted
 * @param <R> the result
 */
public interface BatchActivityProcessor<I, R> extends AutoCloseable {

  /**
   * Looks after the activity from now on, and has it worked on in a batch.
   *
   * @return done when it was accepted; otherwise nothing was done with the activity, and it fails
   *     with {@link BatchRefusedException} if the queue is full or closed, or with {@link
   *     IllegalArgumentException} as {@link LongRunningActivityManager#startProcessing(HandOff,
   *     ProcessingOptions)}
   */
  CompletableFuture<Void> enqueue(HandOff activity, @Nullable I input);

  /**
   * As {@link #enqueue(HandOff, Object)}, of an activity of which nothing but the reference is
   * known; the options must say {@link ProcessingOptions#eraseDetails}.
   */
  CompletableFuture<Void> enqueue(ActivityReference activity, @Nullable I input);

  /**
   * Accepts nothing more, and starts what waits without waiting for company. Idempotent.
   *
   * @return done when all activities that were accepted have ended, their outcomes acknowledged by
   *     the server
   */
  CompletableFuture<Void> drain();

  /** As {@link #drain}; returns at once. */
  @Override
  void close();
}
