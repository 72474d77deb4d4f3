package dev.longhaul.api;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why running work should stop or pause: one typed signal. Immutable and thread-safe.
 *
 * <p>Each kind is delivered at most once for each attempt, a later one only if it ranks higher. Two
 * requests are equal only if they are the same object: a request belongs to one attempt.
 */
public final class StopRequest {

  /** The kinds, from the lowest rank to the highest. */
  public enum Kind {
    /** The activity was paused by an operator. */
    PAUSED,
    /** This process shuts down. */
    SHUTDOWN,
    /** The activity was reset by an operator: a fresh attempt is wanted. */
    RESET,
    /** The workflow asked to cancel the activity. */
    CANCELLED,
    /** A timeout of the activity has passed. */
    TIMED_OUT,
    /** The server no longer waits for this attempt. */
    GONE
  }

  private final Set<Kind> kinds;
  private final Kind kind;
  private final String reason;

  private StopRequest(Set<Kind> kinds, String reason) {
    this.kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    this.kind = Collections.max(kinds);
    this.reason = reason;
  }

  /** A request as the runtime makes it; useful in tests of handlers. */
  public static StopRequest of(Kind kind, String reason) {
    return of(Set.of(kind), reason);
  }

  /**
   * Several requests that came at once.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static StopRequest of(Set<Kind> kinds, String reason) {
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException(
          "there is nothing that the work was asked for; name a kind");
    }
    return new StopRequest(kinds, reason);
  }

  /** Why, as a type: the highest of {@link #kinds}. */
  public Kind kind() {
    return kind;
  }

  /** All that was asked for at once; {@link #kind} is the highest of it. Unmodifiable. */
  public Set<Kind> kinds() {
    return kinds;
  }

  /** Why, in words for a log. */
  public String reason() {
    return reason;
  }

  /** Whether this request ranks above the other, or there is no other. */
  public boolean outranks(@Nullable StopRequest other) {
    return other == null || kind.compareTo(other.kind) > 0;
  }

  /**
   * The exception with which a handler confirms that it stopped: {@code throw
   * why.cancelled(details)}.
   *
   * @param details become the details of the cancellation; any values that the converters can carry
   */
  public ActivityCancelledException cancelled(@Nullable Object... details) {
    return new ActivityCancelledException(this, details);
  }

  /** The exception that says this request: what {@code throwIfStopped()} throws. */
  public ActivityStoppedException toException() {
    return switch (kind) {
      case PAUSED -> new ActivityPausedException(this);
      case RESET -> new ActivityResetException(this);
      case CANCELLED -> cancelled();
      case SHUTDOWN, TIMED_OUT, GONE -> new ActivityStoppedException(this);
    };
  }

  @Override
  public String toString() {
    return kind + ": " + reason;
  }
}
