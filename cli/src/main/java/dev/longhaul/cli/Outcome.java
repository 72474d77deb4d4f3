package dev.longhaul.cli;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.ActivityStoppedException;
import dev.longhaul.api.CancellationNotRequestedException;
import dev.longhaul.api.PayloadTooLargeException;
import dev.longhaul.api.RpcCode;
import dev.longhaul.api.StopRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How a run of the command can end; scripts tell them apart by the exit code. */
enum Outcome {
  OK(0, "ok", "done, and the server has acknowledged it"),
  REFUSED(1, "refused", "the server, or a check before the call, refused it"),
  USAGE(2, "usage", "wrong arguments, settings or files"),
  NOT_FOUND(3, "not-found", "no such activity is open: completed, timed out, retried or unknown"),
  POSSIBLY_APPLIED(
      4, "possibly-applied", "the activity is closed now, perhaps by an earlier try of this call"),
  UNREACHABLE(5, "unreachable", "no definite answer within the time; it may have been applied"),
  NOT_REQUESTED(6, "not-requested", "cancel: nobody asked to cancel the activity"),
  CANCEL_REQUESTED(10, "cancel-requested", "heartbeat: recorded; the workflow asks to cancel"),
  PAUSED(11, "paused", "heartbeat: recorded; an operator paused the activity"),
  RESET(12, "reset", "heartbeat: recorded; an operator reset the activity"),
  BROKEN(70, "broken", "a mistake in this program");

  /** Answers that are tried again, so that one of them in the end means that time was over. */
  private static final Set<RpcCode> UNCLEAR =
      EnumSet.of(
          RpcCode.UNAVAILABLE,
          RpcCode.DEADLINE_EXCEEDED,
          RpcCode.RESOURCE_EXHAUSTED,
          RpcCode.ABORTED,
          RpcCode.CANCELLED,
          RpcCode.UNKNOWN,
          RpcCode.DATA_LOSS,
          RpcCode.OUT_OF_RANGE);

  private final int exitCode;
  private final String word;
  private final String meaning;

  Outcome(int exitCode, String word, String meaning) {
    this.exitCode = exitCode;
    this.word = word;
    this.meaning = meaning;
  }

  int exitCode() {
    return exitCode;
  }

  /** Its name in machine-readable output. */
  String word() {
    return word;
  }

  String meaning() {
    return meaning;
  }

  /** Whether the server has what was sent. */
  boolean isRecorded() {
    return switch (this) {
      case OK, CANCEL_REQUESTED, PAUSED, RESET -> true;
      default -> false;
    };
  }

  /** What it means that a call failed so. */
  static Outcome of(Throwable why) {
    if (why instanceof ActivityNotFoundException notFound) {
      return notFound.possiblyApplied() ? POSSIBLY_APPLIED : NOT_FOUND;
    } else if (why instanceof CancellationNotRequestedException) {
      return NOT_REQUESTED;
    } else if (why instanceof ActivityStoppedException stopped) {
      return of(stopped.stopRequest().kind());
    } else if (why instanceof PayloadTooLargeException) {
      return REFUSED; // its code may be that of a server that is busy
    } else if (why instanceof ActivityCompletionException) {
      return code(why).filter(UNCLEAR::contains).isPresent() ? UNREACHABLE : REFUSED;
    }
    return BROKEN;
  }

  private static Outcome of(StopRequest.Kind kind) {
    return switch (kind) {
      case CANCELLED -> CANCEL_REQUESTED;
      case PAUSED -> PAUSED;
      case RESET -> RESET;
      default -> REFUSED;
    };
  }

  /** What gRPC said, if it was asked. */
  static Optional<RpcCode> code(Throwable why) {
    return why instanceof ActivityCompletionException refused ? refused.code() : Optional.empty();
  }
}
