package dev.longhaul.api;

import dev.longhaul.api.payload.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of an activity, as its handler sees it; it carries no right to complete it.
 * Thread-safe: it may be handed to other threads and outlives the method that received it.
 *
 * <p>Not for implementation by users: methods will be added.
 */
public interface ActivityContext {

  /** The namespace of the activity. */
  String namespace();

  /** The workflow's id; empty for a standalone activity. */
  String workflowId();

  /** The run id of the workflow (of the activity, if standalone). */
  String runId();

  /** The activity's id, unique among the open activities of the run. */
  String activityId();

  /** The activity's type as the workflow called it. */
  String activityType();

  /** The number of this attempt, from 1. */
  int attempt();

  /** How many attempts there may be; empty if unlimited or not told by the server. */
  OptionalInt maximumAttempts();

  /** When this attempt times out; empty if it does not. By the local clock. */
  Optional<Instant> startToCloseDeadline();

  /** When the activity times out, all attempts together; empty if it does not. */
  Optional<Instant> scheduleToCloseDeadline();

  /** How long the server waits for the next heartbeat; empty if it does not watch for any. */
  Optional<Duration> heartbeatTimeout();

  /** The headers that travel with the activity, undecoded. */
  Map<String, Payload> headers();

  /** The priority that the workflow gave the activity. */
  Priority priority();

  /**
   * The same for every attempt of this activity and for no other: namespace, workflow, run and
   * activity id, joined by {@code /}. For outside services that must do the work only once.
   */
  String idempotencyKey();

  /** The idempotency key and the attempt. Not unique after an operator's reset. */
  String attemptKey();

  /**
   * The details of the last heartbeat: of this attempt, or of the last one before it that recorded
   * any; the first value where there are several.
   *
   * @throws PayloadConversionException if they do not fit the type
   */
  <T> Optional<T> lastHeartbeatDetails(Class<T> type);

  /** As {@link #lastHeartbeatDetails(Class)}, for a generic type. */
  <T> Optional<T> lastHeartbeatDetails(TypeRef<T> type);

  /**
   * Records heartbeat details, which go out with the next heartbeat; newer ones replace older ones
   * that were not sent. Converts on the calling thread and makes no call; the first details are
   * sent at once, later ones at the declared interval. Without effect once the attempt has ended.
   *
   * @throws PayloadConversionException if a value cannot be converted
   * @throws PayloadTooLargeException if the server would not store them
   */
  void heartbeat(@Nullable Object... details);

  /**
   * Records heartbeat details and sends them without waiting for the interval.
   *
   * @return completes when the server has them; fails with what {@link #heartbeat} throws, with an
   *     {@link ActivityStoppedException} if the attempt ends before, or with {@link
   *     OutcomeAlreadyDecidedException}. Completing or cancelling it changes nothing.
   */
  CompletableFuture<Void> heartbeatNow(@Nullable Object... details);

  /**
   * Completes once, with the first stop request that ends this attempt; never if there is none. Its
   * dependents run on the callback executor.
   */
  CompletionStage<StopRequest> stopRequest();

  /** The highest stop request so far. */
  Optional<StopRequest> currentStopRequest();

  /**
   * Calls the listener with each stop request of this attempt, those delivered before included; on
   * the callback executor, never concurrently with other hooks of this attempt.
   */
  void onStop(Consumer<StopRequest> listener);

  /**
   * Calls the listener when the activity is paused and when the pause is over, where its work goes
   * on meanwhile ({@link PauseAction#CONTINUE}, or the last attempt); at once if it is paused now.
   * On the callback executor, never concurrently with other hooks of this attempt.
   *
   * <p>Work that is stopped by a pause gets a {@link StopRequest} instead.
   */
  void onPause(Consumer<PauseEvent> listener);

  /**
   * Throws if a stop request was delivered that ends this attempt; for loops in blocking work. A
   * handler that lets it pass confirms the stop.
   *
   * @throws ActivityStoppedException or the subclass of the request's kind
   */
  void throwIfStopped();

  /**
   * Runs tasks on the callback executor, one after the other and never concurrently with hooks and
   * listeners of this attempt, each with the writes of those before it visible; for asynchronous
   * work whose state would otherwise need locks. Tasks must not block.
   */
  Executor executor();

  /**
   * Completes on {@link #executor} when this time is over, at once if it is not positive; never if
   * the attempt has ended before. For work that looks at something now and then: no thread waits.
   */
  CompletionStage<Void> after(Duration time);
}
