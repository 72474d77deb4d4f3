package dev.longhaul.api;

import org.jspecify.annotations.Nullable;

/** A value cannot be turned into a payload, or a payload into the wanted type. */
public final class PayloadConversionException extends ActivityCompletionException {
  /** As in {@link ActivityCompletionException}. */
  public PayloadConversionException(
      String message, String digest, @Nullable RpcCode code, @Nullable Throwable cause) {
    super(message, digest, code, cause);
  }
}
