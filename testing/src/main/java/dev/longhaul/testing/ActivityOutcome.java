package dev.longhaul.testing;

import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.enums.v1.RetryState;
import dev.longhaul.proto.enums.v1.TimeoutType;
import dev.longhaul.proto.failure.v1.Failure;
import org.jspecify.annotations.Nullable;

/** How an activity of the fake service was closed. Immutable. */
public sealed interface ActivityOutcome {
  /**
   * Done.
   *
   * @param result null if none was sent
   * @param identity who reported it
   */
  record Completed(@Nullable Payloads result, String identity) implements ActivityOutcome {}

  /** The last failure, and why it was not tried again. */
  record Failed(Failure failure, RetryState retryState, String identity)
      implements ActivityOutcome {}

  /**
   * Confirmed by the worker, or by the server itself when no attempt was running.
   *
   * @param details null if none were sent
   */
  record Cancelled(@Nullable Payloads details, String identity) implements ActivityOutcome {}

  /** Timed out for good. */
  record TimedOut(TimeoutType type, RetryState retryState) implements ActivityOutcome {}

  /** The workflow was closed and took its activity along. */
  record WorkflowClosed() implements ActivityOutcome {}
}
