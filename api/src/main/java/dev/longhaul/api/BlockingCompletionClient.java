package dev.longhaul.api;

import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncCompletionClient} for callers that wait: each method returns when the server
 * acknowledged, and throws what the future would have failed with. Thread-safe.
 *
 * <p>A thread that is interrupted while it waits gets an {@link ActivityCompletionException} whose
 * {@link ActivityCompletionException#possiblyApplied} is true, and stays interrupted: what was sent
 * cannot be taken back, and the call goes on without it.
 *
 * <p>Not for implementation by users: methods will be added.
 */
public interface BlockingCompletionClient {

  /**
   * As {@link AsyncCompletionClient#complete(ActivityReference)}.
   *
   * @throws ActivityCompletionException or a subclass, if the server does not accept it
   */
  void complete(ActivityReference activity);

  /**
   * As {@link AsyncCompletionClient#complete(ActivityReference, Object)}.
   *
   * @throws ActivityCompletionException or a subclass, if the server does not accept it
   */
  void complete(ActivityReference activity, @Nullable Object result);

  /**
   * As {@link AsyncCompletionClient#fail(ActivityReference, Throwable)}.
   *
   * @throws ActivityCompletionException or a subclass, if the server does not accept it
   */
  void fail(ActivityReference activity, Throwable failure);

  /**
   * As {@link AsyncCompletionClient#fail(ActivityReference, ActivityFailure)}.
   *
   * @throws ActivityCompletionException or a subclass, if the server does not accept it
   */
  void fail(ActivityReference activity, ActivityFailure failure);

  /**
   * As {@link AsyncCompletionClient#reportCancellation}.
   *
   * @throws CancellationNotRequestedException if nobody asked; nothing else has changed then
   * @throws ActivityCompletionException or another subclass, if the server does not accept it
   */
  void reportCancellation(ActivityReference activity, @Nullable Object... details);

  /**
   * As {@link AsyncCompletionClient#heartbeat}.
   *
   * @throws ActivityStoppedException or a subclass, if the answer asks the work to stop
   * @throws ActivityCompletionException or a subclass, if the server does not accept it
   */
  void heartbeat(ActivityReference activity, @Nullable Object... details);
}
