package dev.longhaul.api;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of an external activity, with the right to complete it. Thread-safe.
 *
 * <p>The attempt has exactly one outcome, decided by the first call. The futures complete when the
 * server acknowledged, and completing or cancelling them does not touch the call. The calls throw
 * nothing; what goes wrong arrives through the future:
 *
 * <ul>
 *   <li>{@link PayloadConversionException}, {@link PayloadTooLargeException}: nothing was decided,
 *       the activity stays open;
 *   <li>{@link OutcomeAlreadyDecidedException}: an earlier call decided;
 *   <li>{@link ActivityNotFoundException} and the other {@link ActivityCompletionException}s: the
 *       server's answer.
 * </ul>
 *
 * <p>Not for implementation by users: methods will be added.
 *
 * @param <R> the result; {@code Void} sends none
 */
public interface PendingActivity<R> extends ActivityContext {

  /** The token of this attempt, for whoever will complete it elsewhere. A secret. */
  TaskToken taskToken();

  /** The ids of this activity, run included, for whoever will complete it elsewhere. */
  FullActivityId fullActivityId();

  /**
   * What another process must know to look after this attempt, with the last heartbeat details as
   * they are now. A secret: the token is in it.
   */
  HandOff handOff();

  /** Completes the activity with a result. */
  CompletableFuture<Void> complete(@Nullable R result);

  /**
   * Fails this attempt: as an {@link ActivityFailureException} says, otherwise retryably with the
   * class name as the type. Of a {@link java.util.concurrent.CompletionException} the cause counts.
   */
  CompletableFuture<Void> fail(Throwable failure);

  /** Fails this attempt. */
  CompletableFuture<Void> fail(ActivityFailure failure);

  /**
   * Reports that the work was cancelled. Only for a cancellation that the workflow asked for: if
   * none was seen yet, the server is asked once.
   *
   * @return fails with {@link CancellationNotRequestedException} if nobody asked; nothing else has
   *     changed then
   */
  CompletableFuture<Void> reportCancellation(@Nullable Object... details);
}
