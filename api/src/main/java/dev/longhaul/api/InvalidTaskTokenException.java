package dev.longhaul.api;

import org.jspecify.annotations.Nullable;

/** The server cannot read the task token: it was cut, changed, or made by another cluster. */
public final class InvalidTaskTokenException extends ActivityCompletionException {
  /** As in {@link ActivityCompletionException}. */
  public InvalidTaskTokenException(
      String message, String digest, @Nullable RpcCode code, @Nullable Throwable cause) {
    super(message, digest, code, cause);
  }
}
