package dev.longhaul.api;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a manager looks after one activity that was handed to it. Immutable; each method returns a
 * changed copy. What it calls, it calls on the callback executor, for one activity never
 * concurrently.
 *
 * @param heartbeatInterval how often to heartbeat
 * @param cancellationGrace how long the work may take to end after a stop request; then the attempt
 *     ends without it
 * @param pauseAction what a pause does to the attempt; {@link PauseAction#BY_FORM} means {@link
 *     PauseAction#CONTINUE}
 * @param shutdownAction what becomes of the attempt when the manager closes; {@link
 *     ShutdownAction#BY_FORM} means {@link ShutdownAction#RELEASE}
 * @param erasesDetails whether heartbeats may erase details that the server has, where the activity
 *     is handed over by its reference alone
 * @param heartbeatDetails asked before each heartbeat for a single value; null keeps the last
 *     details; null if there is nothing to ask
 * @param onStop told of each stop request; null if nobody is
 * @param onPause told of pauses while the work goes on; null if nobody is
 */
public record ProcessingOptions(
    HeartbeatInterval heartbeatInterval,
    Duration cancellationGrace,
    PauseAction pauseAction,
    ShutdownAction shutdownAction,
    boolean erasesDetails,
    @Nullable Supplier<? extends @Nullable Object> heartbeatDetails,
    @Nullable Consumer<StopRequest> onStop,
    @Nullable Consumer<PauseEvent> onPause) {

  private static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

  /**
   * @throws IllegalArgumentException if the grace period is negative
   */
  public ProcessingOptions {
    if (cancellationGrace.isNegative()) {
      throw new IllegalArgumentException(
          "cancellationGrace is " + cancellationGrace + "; for none, give Duration.ZERO");
    }
  }

  /** Heartbeats at this interval, with the last known details; the grace period is 10 s. */
  public static ProcessingOptions heartbeating(HeartbeatInterval interval) {
    return new ProcessingOptions(
        interval,
        DEFAULT_GRACE,
        PauseAction.BY_FORM,
        ShutdownAction.BY_FORM,
        false,
        null,
        null,
        null);
  }

  /** With this grace period. */
  public ProcessingOptions cancellationGrace(Duration grace) {
    return new ProcessingOptions(
        heartbeatInterval,
        grace,
        pauseAction,
        shutdownAction,
        erasesDetails,
        heartbeatDetails,
        onStop,
        onPause);
  }

  /** Does this when the activity is paused. */
  public ProcessingOptions pauseAction(PauseAction action) {
    return new ProcessingOptions(
        heartbeatInterval,
        cancellationGrace,
        action,
        shutdownAction,
        erasesDetails,
        heartbeatDetails,
        onStop,
        onPause);
  }

  /** Does this when the manager closes. */
  public ProcessingOptions shutdownAction(ShutdownAction action) {
    return new ProcessingOptions(
        heartbeatInterval,
        cancellationGrace,
        pauseAction,
        action,
        erasesDetails,
        heartbeatDetails,
        onStop,
        onPause);
  }

  /** The server's details may be erased: nobody here knows them. */
  public ProcessingOptions eraseDetails() {
    return new ProcessingOptions(
        heartbeatInterval,
        cancellationGrace,
        pauseAction,
        shutdownAction,
        true,
        heartbeatDetails,
        onStop,
        onPause);
  }

  /** Asks for details before each heartbeat. */
  public ProcessingOptions heartbeatDetails(Supplier<? extends @Nullable Object> details) {
    return new ProcessingOptions(
        heartbeatInterval,
        cancellationGrace,
        pauseAction,
        shutdownAction,
        erasesDetails,
        details,
        onStop,
        onPause);
  }

  /** Tells of stop requests. */
  public ProcessingOptions onStop(Consumer<StopRequest> listener) {
    return new ProcessingOptions(
        heartbeatInterval,
        cancellationGrace,
        pauseAction,
        shutdownAction,
        erasesDetails,
        heartbeatDetails,
        listener,
        onPause);
  }

  /** Tells of pauses during which the work goes on. */
  public ProcessingOptions onPause(Consumer<PauseEvent> listener) {
    return new ProcessingOptions(
        heartbeatInterval,
        cancellationGrace,
        pauseAction,
        shutdownAction,
        erasesDetails,
        heartbeatDetails,
        onStop,
        listener);
  }
}
