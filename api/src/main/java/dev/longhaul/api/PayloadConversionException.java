package dev.longhaul.api;

/** A value cannot be turned into a payload, or a payload into the wanted type. */
public final class PayloadConversionException extends ActivityCompletionException {
  private final boolean retryable;

  /**
   * @param message what was wrong, why, and what to do; no value
   * @param digest of the activity; empty if none was addressed
   * @param retryable as {@link #isRetryable()}
   */
  public PayloadConversionException(String message, String digest, boolean retryable) {
    super(message, digest, null, null);
    this.retryable = retryable;
  }

  /**
   * Whether the same may work later, or elsewhere: a codec failed, for want of a key or of a
   * service that it needs. A value that does not fit a type never will.
   */
  public boolean isRetryable() {
    return retryable;
  }

  @Override
  boolean mayWorkLater() {
    return retryable;
  }
}
