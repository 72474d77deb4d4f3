package dev.longhaul.runtime.internal.connect;

/** What a failed call means for another try. */
enum Verdict {
  /** The server refused, and always will; nothing was applied. */
  REFUSED(false, false),
  /** No other try would do better, and whether this one was applied is not known. */
  BROKEN(false, true),
  /** It did not take place, so that another try repeats nothing. */
  NOT_APPLIED(true, false),
  /** It did not take place because the server is busy: other tries come slowly. */
  BUSY(true, false),
  /** Its answer was lost, and it may have been applied. */
  UNCLEAR(true, true);

  private final boolean worthAnotherTry;
  private final boolean possiblyApplied;

  Verdict(boolean worthAnotherTry, boolean possiblyApplied) {
    this.worthAnotherTry = worthAnotherTry;
    this.possiblyApplied = possiblyApplied;
  }

  /** The one table of what is tried again. */
  static Verdict on(RpcFailure failure) {
    return switch (failure.code()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED -> failure.wasNeverSent() ? NOT_APPLIED : UNCLEAR;
      case RESOURCE_EXHAUSTED -> failure.isAboutSize() ? REFUSED : BUSY;
      case INTERNAL -> failure.isAboutTransport() ? UNCLEAR : BROKEN;
      // Nobody here cancels a call; a connection that is recycled does.
      case CANCELLED -> UNCLEAR;
      case UNKNOWN, ABORTED, DATA_LOSS, OUT_OF_RANGE -> UNCLEAR;
      case NOT_FOUND, INVALID_ARGUMENT, FAILED_PRECONDITION, ALREADY_EXISTS -> REFUSED;
      case PERMISSION_DENIED, UNAUTHENTICATED, UNIMPLEMENTED -> REFUSED;
    };
  }

  boolean worthAnotherTry() {
    return worthAnotherTry;
  }

  boolean possiblyApplied() {
    return possiblyApplied;
  }
}
