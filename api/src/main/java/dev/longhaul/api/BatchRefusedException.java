package dev.longhaul.api;

import org.jspecify.annotations.Nullable;

/** A {@link BatchActivityProcessor} does not take an activity, with which nothing was done. */
public final class BatchRefusedException extends RuntimeException {

  /** Why. */
  public enum Reason {
    /** As many wait as may; later there will be room. */
    FULL,
    /** It accepts nothing more. */
    CLOSED
  }

  private final Reason reason;

  private BatchRefusedException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** For the runtime: as many wait as may. */
  public static BatchRefusedException full(String digest, int capacity) {
    return new BatchRefusedException(
        Reason.FULL,
        "activity "
            + digest
            + " is not taken, since "
            + capacity
            + " activities wait for a batch, which is the capacity of this processor; enqueue it"
            + " again when some are done, or give the processor a larger capacity",
        null);
  }

  /** For the runtime: the processor or its runtime is closed. */
  public static BatchRefusedException closed(String digest, @Nullable Throwable cause) {
    return new BatchRefusedException(
        Reason.CLOSED,
        "activity "
            + digest
            + " is not taken, since this processor is closed; leave it to another process, or make"
            + " a new processor",
        cause);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
