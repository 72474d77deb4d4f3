package dev.longhaul.runtime.internal.convert;

import dev.longhaul.api.EncodedValues;
import dev.longhaul.api.FailureCategory;
import dev.longhaul.api.FailureInfo;
import dev.longhaul.api.RetryState;
import dev.longhaul.api.TimeoutType;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.enums.v1.ApplicationErrorCategory;
import dev.longhaul.proto.failure.v1.ActivityFailureInfo;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.ChildWorkflowExecutionFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.failure.v1.TimeoutFailureInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads failures whose codecs are undone. Thread-safe. */
final class FailureReader {
  private static final Set<String> WITH_JAVA_STACK_TRACES = Set.of(FailureMapper.SOURCE, "JavaSDK");

  private final PayloadMapper payloads;

  FailureReader(PayloadMapper payloads) {
    this.payloads = payloads;
  }

  DecodedFailure read(Failure failure) {
    DecodedFailure cause = failure.hasCause() ? read(failure.getCause()) : null;
    DecodedFailure read = new DecodedFailure(failure, info(failure), cause);
    read.setStackTrace(
        WITH_JAVA_STACK_TRACES.contains(failure.getSource())
            ? StackTraces.parse(failure.getStackTrace())
            : new StackTraceElement[0]);
    return read;
  }

  private FailureInfo info(Failure failure) {
    return switch (failure.getFailureInfoCase()) {
      case APPLICATION_FAILURE_INFO -> application(failure.getApplicationFailureInfo());
      case TIMEOUT_FAILURE_INFO -> timedOut(failure.getTimeoutFailureInfo());
      case CANCELED_FAILURE_INFO ->
          new FailureInfo.Cancelled(values(failure.getCanceledFailureInfo().getDetails()));
      case TERMINATED_FAILURE_INFO -> new FailureInfo.Terminated();
      case SERVER_FAILURE_INFO ->
          new FailureInfo.Server(failure.getServerFailureInfo().getNonRetryable());
      case RESET_WORKFLOW_FAILURE_INFO ->
          new FailureInfo.WorkflowReset(
              values(failure.getResetWorkflowFailureInfo().getLastHeartbeatDetails()));
      case ACTIVITY_FAILURE_INFO -> activity(failure.getActivityFailureInfo());
      case CHILD_WORKFLOW_EXECUTION_FAILURE_INFO ->
          childWorkflow(failure.getChildWorkflowExecutionFailureInfo());
      case FAILUREINFO_NOT_SET -> new FailureInfo.Other();
    };
  }

  private FailureInfo application(ApplicationFailureInfo info) {
    return new FailureInfo.Application(
        info.getType(),
        info.getNonRetryable(),
        info.hasNextRetryDelay()
            ? Optional.of(duration(info.getNextRetryDelay()))
            : Optional.empty(),
        info.getCategory() == ApplicationErrorCategory.APPLICATION_ERROR_CATEGORY_BENIGN
            ? FailureCategory.BENIGN
            : FailureCategory.UNSPECIFIED,
        values(info.getDetails()));
  }

  private FailureInfo timedOut(TimeoutFailureInfo info) {
    TimeoutType type =
        switch (info.getTimeoutType()) {
          case TIMEOUT_TYPE_START_TO_CLOSE -> TimeoutType.START_TO_CLOSE;
          case TIMEOUT_TYPE_SCHEDULE_TO_START -> TimeoutType.SCHEDULE_TO_START;
          case TIMEOUT_TYPE_SCHEDULE_TO_CLOSE -> TimeoutType.SCHEDULE_TO_CLOSE;
          case TIMEOUT_TYPE_HEARTBEAT -> TimeoutType.HEARTBEAT;
          case TIMEOUT_TYPE_UNSPECIFIED, UNRECOGNIZED -> TimeoutType.UNSPECIFIED;
        };
    return new FailureInfo.TimedOut(type, values(info.getLastHeartbeatDetails()));
  }

  private static FailureInfo activity(ActivityFailureInfo info) {
    return new FailureInfo.Activity(
        info.getActivityType().getName(),
        info.getActivityId(),
        retryState(info.getRetryState()),
        info.getIdentity(),
        info.getScheduledEventId(),
        info.getStartedEventId());
  }

  private static FailureInfo childWorkflow(ChildWorkflowExecutionFailureInfo info) {
    return new FailureInfo.ChildWorkflow(
        info.getWorkflowType().getName(),
        info.getNamespace(),
        info.getWorkflowExecution().getWorkflowId(),
        info.getWorkflowExecution().getRunId(),
        retryState(info.getRetryState()),
        info.getInitiatedEventId(),
        info.getStartedEventId());
  }

  private static RetryState retryState(dev.longhaul.proto.enums.v1.RetryState state) {
    return switch (state) {
      case RETRY_STATE_IN_PROGRESS -> RetryState.IN_PROGRESS;
      case RETRY_STATE_NON_RETRYABLE_FAILURE -> RetryState.NON_RETRYABLE_FAILURE;
      case RETRY_STATE_TIMEOUT -> RetryState.TIMEOUT;
      case RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED -> RetryState.MAXIMUM_ATTEMPTS_REACHED;
      case RETRY_STATE_RETRY_POLICY_NOT_SET -> RetryState.RETRY_POLICY_NOT_SET;
      case RETRY_STATE_INTERNAL_SERVER_ERROR -> RetryState.INTERNAL_SERVER_ERROR;
      case RETRY_STATE_CANCEL_REQUESTED -> RetryState.CANCEL_REQUESTED;
      case RETRY_STATE_UNSPECIFIED, UNRECOGNIZED -> RetryState.UNSPECIFIED;
    };
  }

  private static Duration duration(com.google.protobuf.Duration message) {
    return Duration.ofSeconds(message.getSeconds(), message.getNanos());
  }

  private EncodedValues values(Payloads encoded) {
    return new PayloadValues(ProtoPayloads.fromProto(encoded), payloads);
  }
}
