package dev.longhaul.runtime.internal.convert;

import dev.longhaul.proto.failure.v1.Failure;

/** Failures made smaller, so that the server stores them as they are. */
final class FailureCut {
  private static final int LONGEST_TEXT = 1024;
  private static final int LONGEST_STACK_TRACE = 4096;

  private FailureCut() {}

  /** Without values and with short texts, causes too; what decides retries is kept. */
  static Failure shortened(Failure failure) {
    Failure.Builder cut =
        failure.toBuilder()
            .setMessage(Texts.cut(failure.getMessage(), LONGEST_TEXT))
            .setStackTrace(Texts.cut(failure.getStackTrace(), LONGEST_STACK_TRACE));
    FailureValues.replace(cut, values -> null);
    if (failure.hasCause()) {
      cut.setCause(shortened(failure.getCause()));
    }
    return cut.build();
  }

  /** With no more causes than this. */
  static Failure withCauses(int most, Failure failure) {
    if (!failure.hasCause()) {
      return failure;
    }
    Failure.Builder cut = failure.toBuilder();
    return most > 0
        ? cut.setCause(withCauses(most - 1, failure.getCause())).build()
        : cut.clearCause().build();
  }
}
