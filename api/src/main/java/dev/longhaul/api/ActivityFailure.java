package dev.longhaul.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an activity fails, in Temporal's terms of an application failure. Immutable and thread-safe:
 * each method that sets something returns a changed copy.
 *
 * <pre>{@code
 * throw ActivityFailure.ofType("CardDeclined").message("no funds").nonRetryable().toException();
 * }</pre>
 */
public final class ActivityFailure {
  private static final Duration LEAST_DELAY = Duration.ofMillis(1);

  private final String type;
  private final String message;
  private final List<@Nullable Object> details;
  private final boolean retryable;
  private final @Nullable Duration nextRetryDelay;
  private final FailureCategory category;
  private final @Nullable Throwable cause;
  private final List<@Nullable Object> lastHeartbeatDetails;

  private ActivityFailure(
      String type,
      String message,
      List<@Nullable Object> details,
      boolean retryable,
      @Nullable Duration nextRetryDelay,
      FailureCategory category,
      @Nullable Throwable cause,
      List<@Nullable Object> lastHeartbeatDetails) {
    this.type = type;
    this.message = message;
    this.details = details;
    this.retryable = retryable;
    this.nextRetryDelay = nextRetryDelay;
    this.category = category;
    this.cause = cause;
    this.lastHeartbeatDetails = lastHeartbeatDetails;
  }

  /**
   * A retryable failure of this type, which a workflow's retry policy and handlers go by.
   *
   * @throws IllegalArgumentException if the type is blank
   */
  public static ActivityFailure ofType(String type) {
    if (type.isBlank()) {
      throw new IllegalArgumentException(
          "the failure type is blank, but workflows and retry policies tell failures apart by it;"
              + " name it, for example \"CardDeclined\"");
    }
    return new ActivityFailure(
        type, "", List.of(), true, null, FailureCategory.UNSPECIFIED, null, List.of());
  }

  /** With this message, for people. */
  public ActivityFailure message(String newMessage) {
    return new ActivityFailure(
        type,
        newMessage,
        details,
        retryable,
        nextRetryDelay,
        category,
        cause,
        lastHeartbeatDetails);
  }

  /** With these details, any values that the converters can carry. */
  public ActivityFailure details(@Nullable Object... newDetails) {
    return new ActivityFailure(
        type,
        message,
        Lists.copyOf(newDetails),
        retryable,
        nextRetryDelay,
        category,
        cause,
        lastHeartbeatDetails);
  }

  /** Never retried, whatever the retry policy says. */
  public ActivityFailure nonRetryable() {
    return new ActivityFailure(
        type, message, details, false, nextRetryDelay, category, cause, lastHeartbeatDetails);
  }

  /**
   * Retried after this delay instead of the retry policy's.
   *
   * @throws IllegalArgumentException below 1 ms: the server would not retry at all
   */
  public ActivityFailure nextRetryDelay(Duration delay) {
    if (delay.compareTo(LEAST_DELAY) < 0) {
      throw new IllegalArgumentException(
          "the next retry delay is "
              + delay
              + ", but below 1 ms the server ends the activity instead of retrying it;"
              + " leave it out for the retry policy's delay");
    }
    return new ActivityFailure(
        type, message, details, retryable, delay, category, cause, lastHeartbeatDetails);
  }

  /** In this category. */
  public ActivityFailure category(FailureCategory newCategory) {
    return new ActivityFailure(
        type,
        message,
        details,
        retryable,
        nextRetryDelay,
        newCategory,
        cause,
        lastHeartbeatDetails);
  }

  /** Caused by this; it travels along, with its stack trace and causes. */
  public ActivityFailure cause(Throwable newCause) {
    return new ActivityFailure(
        type,
        message,
        details,
        retryable,
        nextRetryDelay,
        category,
        newCause,
        lastHeartbeatDetails);
  }

  /**
   * Stores these details as a heartbeat just before the failure would, so that the next attempt
   * finds them, and the workflow if there is none.
   */
  public ActivityFailure lastHeartbeatDetails(@Nullable Object... newDetails) {
    return new ActivityFailure(
        type,
        message,
        details,
        retryable,
        nextRetryDelay,
        category,
        cause,
        Lists.copyOf(newDetails));
  }

  /** The exception that fails the activity like this. */
  public ActivityFailureException toException() {
    return new ActivityFailureException(this);
  }

  public String type() {
    return type;
  }

  public String message() {
    return message;
  }

  /** Unmodifiable; may hold {@code null}. */
  public List<@Nullable Object> details() {
    return details;
  }

  public boolean isRetryable() {
    return retryable;
  }

  public Optional<Duration> nextRetryDelay() {
    return Optional.ofNullable(nextRetryDelay);
  }

  public FailureCategory category() {
    return category;
  }

  public Optional<Throwable> cause() {
    return Optional.ofNullable(cause);
  }

  /** Unmodifiable; may hold {@code null}; empty to leave what was heartbeated. */
  public List<@Nullable Object> lastHeartbeatDetails() {
    return lastHeartbeatDetails;
  }

  /** Type and message; never the details. */
  @Override
  public String toString() {
    return "ActivityFailure[" + type + ": " + message + "]";
  }
}
