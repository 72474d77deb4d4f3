package dev.longhaul.api;

import org.jspecify.annotations.Nullable;

/** A result, details or a failure exceeds what the server stores; the activity stays open. */
public final class PayloadTooLargeException extends ActivityCompletionException {
  /** As in {@link ActivityCompletionException}. */
  public PayloadTooLargeException(
      String message, String digest, @Nullable RpcCode code, @Nullable Throwable cause) {
    super(message, digest, code, cause);
  }
}
