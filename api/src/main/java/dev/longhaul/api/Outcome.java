package dev.longhaul.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one activity of a batch ended. Immutable, and as thread-safe as what it carries.
 *
 * @param <R> the result; {@code Void} sends none
 */
public sealed interface Outcome<R> {

  /** The activity completes with this result. */
  static <R> Outcome<R> completed(@Nullable R result) {
    return new Completed<>(result);
  }

  /** The attempt fails. */
  static <R> Outcome<R> failed(ActivityFailure failure) {
    return new Failed<>(failure.toException());
  }

  /**
   * The attempt fails as if a start method had thrown this: as an {@link ActivityFailureException}
   * says, otherwise retryably with the class name as the type; after a stop request, an {@link
   * ActivityStoppedException} of it confirms that the work has ended.
   */
  static <R> Outcome<R> failed(Throwable failure) {
    return new Failed<>(failure);
  }

  /**
   * The work has ended as it was asked to: after a cancellation the activity is canceled with these
   * details, after another stop request the attempt ends as that says. If nobody asked, which the
   * server is asked once, the attempt fails retryably.
   */
  static <R> Outcome<R> cancelled(@Nullable Object... details) {
    return new Cancelled<>(Collections.unmodifiableList(Arrays.asList(details.clone())));
  }

  /** Completed with a result. */
  record Completed<R>(@Nullable R result) implements Outcome<R> {
    /** Without the result. */
    @Override
    public String toString() {
      return "completed";
    }
  }

  /** Failed. */
  record Failed<R>(Throwable failure) implements Outcome<R> {
    public Failed {
      Objects.requireNonNull(failure, "failure");
    }

    /** The class of what it failed with, without its message. */
    @Override
    public String toString() {
      return "failed with " + failure.getClass().getName();
    }
  }

  /** Ended as it was asked to. */
  record Cancelled<R>(List<@Nullable Object> details) implements Outcome<R> {
    /** Without the details. */
    @Override
    public String toString() {
      return "canceled";
    }
  }
}
