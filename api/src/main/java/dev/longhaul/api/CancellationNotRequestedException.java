package dev.longhaul.api;

import org.jspecify.annotations.Nullable;

/** A cancellation was reported that nobody requested; the activity stays open. */
public final class CancellationNotRequestedException extends ActivityCompletionException {
  /** As in {@link ActivityCompletionException}. */
  public CancellationNotRequestedException(
      String message, String digest, @Nullable RpcCode code, @Nullable Throwable cause) {
    super(message, digest, code, cause);
  }
}
