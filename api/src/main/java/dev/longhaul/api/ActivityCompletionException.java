package dev.longhaul.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report on an activity was not accepted. Subclasses tell the reasons that a caller can act on;
 * this class itself stands for all others, and for a server that could not be reached in time.
 */
public class ActivityCompletionException extends RuntimeException {
  private final @Nullable RpcCode code;
  private final String digest;

  /**
   * @param message what was wrong, why, and what to do; no token and no payload
   * @param digest of the activity; empty if none was addressed
   * @param code the server's answer; null if it was never asked
   */
  public ActivityCompletionException(
      String message, String digest, @Nullable RpcCode code, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.digest = digest;
  }

  /** The server's answer, if it was asked. */
  public Optional<RpcCode> code() {
    return Optional.ofNullable(code);
  }

  /** The {@linkplain ActivityReference#digest digest} of the activity; empty if there is none. */
  public String digest() {
    return digest;
  }
}
