package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.RpcCode;
import java.util.concurrent.CompletionException;

/** A poll that failed. */
public final class PollException extends RuntimeException {
  private final RpcCode code;

  PollException(RpcFailure failure) {
    super(failure.told(), null, false, false);
    this.code = failure.code();
  }

  /** What the future of a poll failed with. */
  public static PollException of(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof PollException poll ? poll : new PollException(RpcFailure.of(failure));
  }

  /** The server's answer. */
  public RpcCode code() {
    return code;
  }
}
