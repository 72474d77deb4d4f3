package dev.longhaul.api;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a manager looks after one activity that was handed to it. Immutable; each method returns a
 * changed copy.
 *
 * @param heartbeatInterval how often to heartbeat
 * @param cancellationGrace how long the work may take to end after a stop request; then the attempt
 *     ends without it
 * @param heartbeatDetails asked before each heartbeat, on the callback executor, for a single
 *     value; null keeps the last details; null if there is nothing to ask
 * @param onStop told of each stop request, on the callback executor; null if nobody is
 */
public record ProcessingOptions(
    HeartbeatInterval heartbeatInterval,
    Duration cancellationGrace,
    @Nullable Supplier<? extends @Nullable Object> heartbeatDetails,
    @Nullable Consumer<StopRequest> onStop) {

  private static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

  /** Heartbeats at this interval, with the last known details; the grace period is 10 s. */
  public static ProcessingOptions heartbeating(HeartbeatInterval interval) {
    return new ProcessingOptions(interval, DEFAULT_GRACE, null, null);
  }

  /** With this grace period. */
  public ProcessingOptions cancellationGrace(Duration grace) {
    return new ProcessingOptions(heartbeatInterval, grace, heartbeatDetails, onStop);
  }

  /** Asks for details before each heartbeat. */
  public ProcessingOptions heartbeatDetails(Supplier<? extends @Nullable Object> details) {
    return new ProcessingOptions(heartbeatInterval, cancellationGrace, details, onStop);
  }

  /** Tells of stop requests. */
  public ProcessingOptions onStop(Consumer<StopRequest> listener) {
    return new ProcessingOptions(heartbeatInterval, cancellationGrace, heartbeatDetails, listener);
  }
}
