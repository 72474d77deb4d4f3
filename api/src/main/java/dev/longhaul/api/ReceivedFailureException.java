package dev.longhaul.api;

import org.jspecify.annotations.Nullable;

/**
 * A failure that came from Temporal, whoever made it: the cause of an attempt's end, of a child
 * workflow's, of an activity's elsewhere. Made by the runtime alone.
 *
 * <p>Where it is thrown by a handler, passed to {@code fail}, or the cause of what is, it is sent
 * on as it came, with what this version does not know of it.
 */
public abstract class ReceivedFailureException extends RuntimeException {
  private final transient FailureInfo info;
  private final String source;
  private final String originalStackTrace;

  /**
   * For the runtime alone.
   *
   * @param originalStackTrace as it came
   */
  protected ReceivedFailureException(
      String message,
      FailureInfo info,
      String source,
      String originalStackTrace,
      @Nullable ReceivedFailureException cause) {
    super(message, cause);
    this.info = info;
    this.source = source;
    this.originalStackTrace = originalStackTrace;
  }

  /** The kind of failure. */
  public final FailureInfo info() {
    return info;
  }

  /** Who made it: {@code GoSDK}, {@code Server}; empty if not told. */
  public final String source() {
    return source;
  }

  /**
   * The stack trace where it was made, in the form of that language; empty if there is none. {@link
   * #getStackTrace()} has the same if it came from Java, and nothing otherwise.
   */
  public final String originalStackTrace() {
    return originalStackTrace;
  }

  /** Message and kind; never the details. */
  // The message alone is what was sent, and the class that is instantiated tells nobody anything.
  @SuppressWarnings("OverrideThrowableToString")
  @Override
  public final String toString() {
    return ReceivedFailureException.class.getName() + ": " + getMessage() + " [" + info + "]";
  }
}
