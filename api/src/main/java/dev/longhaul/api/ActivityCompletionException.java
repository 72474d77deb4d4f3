package dev.longhaul.api;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report on an activity was not accepted. Subclasses tell the reasons that a caller can act on;
 * this class itself stands for all others, and for a server that could not be reached in time.
 */
public class ActivityCompletionException extends RuntimeException {
  private final @Nullable RpcCode code;
  private final String digest;
  private final boolean possiblyApplied;

  /**
   * A report that was certainly not applied.
   *
   * @param message what was wrong, why, and what to do; no token and no payload
   * @param digest of the activity; empty if none was addressed
   * @param code the server's answer; null if it was never asked
   */
  public ActivityCompletionException(
      String message, String digest, @Nullable RpcCode code, @Nullable Throwable cause) {
    this(message, digest, code, cause, false);
  }

  /**
   * As above.
   *
   * @param possiblyApplied see {@link #possiblyApplied()}
   */
  public ActivityCompletionException(
      String message,
      String digest,
      @Nullable RpcCode code,
      @Nullable Throwable cause,
      boolean possiblyApplied) {
    super(message, cause);
    this.code = code;
    this.digest = digest;
    this.possiblyApplied = possiblyApplied;
  }

  /** The server's answer, if it was asked. */
  public Optional<RpcCode> code() {
    return Optional.ofNullable(code);
  }

  /** The {@linkplain ActivityReference#digest digest} of the activity; empty if there is none. */
  public String digest() {
    return digest;
  }

  /**
   * Whether the report may have been applied all the same, since the answer to a try was lost; then
   * look at the activity before reporting again. If false, it was certainly not applied.
   */
  public boolean possiblyApplied() {
    return possiblyApplied;
  }

  /**
   * How an activity fails whose result could not be sent for this reason: not retryably, since
   * another attempt would have the same result, unless the same may work later.
   */
  public final ActivityFailure toFailure() {
    ActivityFailure failure =
        ActivityFailure.ofType(getClass().getSimpleName())
            .message(Objects.requireNonNullElse(getMessage(), ""));
    return mayWorkLater() ? failure : failure.nonRetryable();
  }

  boolean mayWorkLater() {
    return false;
  }
}
