package dev.longhaul.api;

import org.jspecify.annotations.Nullable;

/** The namespace does not exist on this server. */
public final class NamespaceNotFoundException extends ActivityCompletionException {
  /** As in {@link ActivityCompletionException}. */
  public NamespaceNotFoundException(
      String message, String digest, @Nullable RpcCode code, @Nullable Throwable cause) {
    super(message, digest, code, cause);
  }
}
