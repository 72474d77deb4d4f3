package dev.longhaul.runtime.internal.convert;

import dev.longhaul.api.FailureInfo;
import dev.longhaul.api.ReceivedFailureException;
import dev.longhaul.proto.failure.v1.Failure;
import org.jspecify.annotations.Nullable;

/** A received failure that keeps the message it was read from, to be sent on as it came. */
final class DecodedFailure extends ReceivedFailureException {
  private final transient Failure message;

  /**
   * @param message codecs undone
   */
  DecodedFailure(Failure message, FailureInfo info, @Nullable DecodedFailure cause) {
    super(message.getMessage(), info, message.getSource(), message.getStackTrace(), cause);
    this.message = message;
  }

  Failure message() {
    return message;
  }
}
