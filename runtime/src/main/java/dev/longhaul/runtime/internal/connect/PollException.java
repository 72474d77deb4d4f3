package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.RpcCode;
import dev.longhaul.runtime.internal.manage.Limit;
import java.util.concurrent.CompletionException;

/** A poll that failed. */
public final class PollException extends RuntimeException {
  private final RpcCode code;
  private final Limit limit;

  PollException(RpcFailure failure) {
    super(failure.told(), null, false, false);
    this.code = failure.code();
    this.limit = failure.limit();
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

  /** Which of the server's limits was hit. */
  public Limit limit() {
    return limit;
  }
}
