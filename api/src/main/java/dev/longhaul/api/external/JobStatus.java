package dev.longhaul.api.external;

import dev.longhaul.api.ActivityFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a service says of a job. Immutable and thread-safe, apart from the progress. */
public final class JobStatus {

  /** The states that make a difference. */
  public enum State {
    /** It waits or is at work. */
    RUNNING,
    /** Its result can be collected. */
    DONE,
    /** It ended without a result. */
    FAILED,
    /** It was cancelled, by this activity or by somebody else. */
    CANCELLED,
    /** The service does not know it. */
    VANISHED
  }

  private static final JobStatus DONE = new JobStatus(State.DONE, null, null);
  private static final JobStatus CANCELLED = new JobStatus(State.CANCELLED, null, null);
  private static final JobStatus VANISHED = new JobStatus(State.VANISHED, null, null);

  private final State state;
  private final @Nullable Object progress;
  private final @Nullable ActivityFailure failure;

  private JobStatus(State state, @Nullable Object progress, @Nullable ActivityFailure failure) {
    this.state = state;
    this.progress = progress;
    this.failure = failure;
  }

  /**
   * It waits or is at work.
   *
   * @param progress goes into the heartbeat details; any value that the converters can carry
   */
  public static JobStatus running(@Nullable Object progress) {
    return new JobStatus(State.RUNNING, progress, null);
  }

  /** Its result can be collected. */
  public static JobStatus done() {
    return DONE;
  }

  /**
   * It ended without a result.
   *
   * @param failure how the activity fails; if that is retryable, another attempt submits another
   *     job
   */
  public static JobStatus failed(ActivityFailure failure) {
    return new JobStatus(State.FAILED, null, failure);
  }

  /** It was cancelled. If this activity did not ask for that, it fails and is not retried. */
  public static JobStatus cancelled() {
    return CANCELLED;
  }

  /** The service does not know it. */
  public static JobStatus vanished() {
    return VANISHED;
  }

  /** The state. */
  public State state() {
    return state;
  }

  /** How far it is, if it is running and that was told. */
  public Optional<Object> progress() {
    return Optional.ofNullable(progress);
  }

  /** Why it failed, if it did. */
  public Optional<ActivityFailure> failure() {
    return Optional.ofNullable(failure);
  }

  /** The state alone. */
  @Override
  public String toString() {
    return state.toString();
  }
}
