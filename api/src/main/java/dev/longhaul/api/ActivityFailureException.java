package dev.longhaul.api;

/** Fails the activity exactly as {@link #failure} says; made by {@link ActivityFailure}. */
public final class ActivityFailureException extends RuntimeException {
  private final transient ActivityFailure failure;

  ActivityFailureException(ActivityFailure failure) {
    super(failure.message(), failure.cause().orElse(null));
    this.failure = failure;
  }

  /** How the activity fails. */
  public ActivityFailure failure() {
    return failure;
  }
}
