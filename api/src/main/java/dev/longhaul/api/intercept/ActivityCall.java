package dev.longhaul.api.intercept;

import dev.longhaul.api.ActivityReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of an {@link dev.longhaul.api.AsyncCompletionClient}, before anything is encoded or
 * sent. Immutable, apart from the values. Its text form shows the call and the digest, never a
 * token or a value.
 */
public sealed interface ActivityCall {

  /** The activity that it is about. */
  ActivityReference activity();

  /** What goes with it: the result or the details; unmodifiable, may hold {@code null}. */
  List<@Nullable Object> values();

  /**
   * Completes the activity.
   *
   * @param values the result, or nothing if the activity has none
   */
  record Complete(ActivityReference activity, List<@Nullable Object> values)
      implements ActivityCall {
    /**
     * @throws IllegalArgumentException if there are several results
     */
    public Complete {
      Objects.requireNonNull(activity, "activity");
      values = copyOf(values);
      if (values.size() > 1) {
        throw new IllegalArgumentException(
            "an activity has one result at most, but there are "
                + values.size()
                + "; put them into one value");
      }
    }

    @Override
    public String toString() {
      return describe("complete", this);
    }
  }

  /**
   * Fails the attempt.
   *
   * @param failure as an {@link dev.longhaul.api.ActivityFailureException} says; any other is
   *     retryable, with its class name as the type
   */
  record Fail(ActivityReference activity, Throwable failure) implements ActivityCall {
    public Fail {
      Objects.requireNonNull(activity, "activity");
      Objects.requireNonNull(failure, "failure");
    }

    /** None: a failure has its own details. */
    @Override
    public List<@Nullable Object> values() {
      return List.of();
    }

    @Override
    public String toString() {
      return describe("fail", this);
    }
  }

  /**
   * Reports that the work was cancelled.
   *
   * @param values the details
   */
  record ReportCancellation(ActivityReference activity, List<@Nullable Object> values)
      implements ActivityCall {
    public ReportCancellation {
      Objects.requireNonNull(activity, "activity");
      values = copyOf(values);
    }

    @Override
    public String toString() {
      return describe("report the cancellation of", this);
    }
  }

  /**
   * Heartbeats the activity.
   *
   * @param values the details
   */
  record Heartbeat(ActivityReference activity, List<@Nullable Object> values)
      implements ActivityCall {
    public Heartbeat {
      Objects.requireNonNull(activity, "activity");
      values = copyOf(values);
    }

    @Override
    public String toString() {
      return describe("heartbeat", this);
    }
  }

  // List.copyOf refuses null, which is a value like others.
  private static List<@Nullable Object> copyOf(List<@Nullable Object> values) {
    return Collections.unmodifiableList(new ArrayList<>(values));
  }

  private static String describe(String verb, ActivityCall call) {
    return verb + " activity " + call.activity().digest();
  }
}
