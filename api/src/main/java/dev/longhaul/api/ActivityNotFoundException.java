package dev.longhaul.api;

import org.jspecify.annotations.Nullable;

/**
 * The server no longer waits for this activity: it is completed, timed out or retried, its workflow
 * is closed, or it never existed. The server tells these apart in no way.
 */
public final class ActivityNotFoundException extends ActivityCompletionException {
  private final boolean possiblyApplied;

  /**
   * As in {@link ActivityCompletionException}.
   *
   * @param possiblyApplied see {@link #possiblyApplied()}
   */
  public ActivityNotFoundException(
      String message,
      String digest,
      @Nullable RpcCode code,
      @Nullable Throwable cause,
      boolean possiblyApplied) {
    super(message, digest, code, cause);
    this.possiblyApplied = possiblyApplied;
  }

  /**
   * Whether an earlier try of the same report, whose answer was lost, may be what ended the
   * activity. If false, this report was certainly not applied.
   */
  public boolean possiblyApplied() {
    return possiblyApplied;
  }
}
