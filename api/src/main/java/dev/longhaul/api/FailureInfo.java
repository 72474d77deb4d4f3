package dev.longhaul.api;

import java.time.Duration;
import java.util.Optional;

/** What kind of failure was received, with what that kind tells. Immutable and thread-safe. */
public sealed interface FailureInfo {

  /**
   * Code of an application failed: an activity or a workflow, in any language.
   *
   * @param type which retry policies and handlers go by
   * @param nonRetryable never retried, whatever the retry policy says
   * @param nextRetryDelay replaces the retry policy's delay
   */
  record Application(
      String type,
      boolean nonRetryable,
      Optional<Duration> nextRetryDelay,
      FailureCategory category,
      EncodedValues details)
      implements FailureInfo {}

  /** Something was cancelled. */
  record Cancelled(EncodedValues details) implements FailureInfo {}

  /** A time was over. */
  record TimedOut(TimeoutType timeout, EncodedValues lastHeartbeatDetails) implements FailureInfo {}

  /** A workflow was terminated. */
  record Terminated() implements FailureInfo {}

  /** The server itself failed something. */
  record Server(boolean nonRetryable) implements FailureInfo {}

  /** The workflow was reset while the activity ran. */
  record WorkflowReset(EncodedValues lastHeartbeatDetails) implements FailureInfo {}

  /**
   * What a workflow gets when its activity ends without a result; the reason is the cause.
   *
   * @param identity of the worker that had it
   * @param scheduledEventId in the workflow's history
   * @param startedEventId in the workflow's history
   */
  record Activity(
      String activityType,
      String activityId,
      RetryState retryState,
      String identity,
      long scheduledEventId,
      long startedEventId)
      implements FailureInfo {}

  /**
   * What a workflow gets when its child ends without a result; the reason is the cause.
   *
   * @param initiatedEventId in the parent's history
   * @param startedEventId in the parent's history
   */
  record ChildWorkflow(
      String workflowType,
      String namespace,
      String workflowId,
      String runId,
      RetryState retryState,
      long initiatedEventId,
      long startedEventId)
      implements FailureInfo {}

  /** A kind that this version does not know, such as those of Nexus; nothing of it is lost. */
  record Other() implements FailureInfo {}
}
