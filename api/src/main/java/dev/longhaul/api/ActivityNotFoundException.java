package dev.longhaul.api;

import org.jspecify.annotations.Nullable;

/**
 * The server no longer waits for this activity: it is completed, timed out or retried, its workflow
 * is closed, or it never existed. The server tells these apart in no way. If {@link
 * #possiblyApplied()}, an earlier try of the same report may be what ended it.
 */
public final class ActivityNotFoundException extends ActivityCompletionException {
  /** As in {@link ActivityCompletionException}. */
  public ActivityNotFoundException(
      String message,
      String digest,
      @Nullable RpcCode code,
      @Nullable Throwable cause,
      boolean possiblyApplied) {
    super(message, digest, code, cause, possiblyApplied);
  }
}
