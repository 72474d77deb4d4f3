package dev.longhaul.testing;

import dev.longhaul.proto.common.v1.RetryPolicy;
import dev.longhaul.proto.enums.v1.RetryState;
import dev.longhaul.proto.enums.v1.TimeoutType;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import java.time.Duration;
import java.time.Instant;

/** What follows from the failure of an attempt. */
sealed interface RetryDecision {
  /** Another attempt after this delay. */
  record Retry(Duration delay) implements RetryDecision {}

  /** Another attempt once the activity is unpaused. */
  record Park() implements RetryDecision {}

  record Close(RetryState why) implements RetryDecision {}

  /** Asks in the server's order: cancelled, retryable, paused, attempts left, time left. */
  static RetryDecision of(ActivityExecution activity, Failure failure, Instant now) {
    RetryPolicy policy = activity.timeouts.retryPolicy();
    boolean isLast = isLast(activity, policy);
    if (isTotal(failure)) {
      return new Close(RetryState.RETRY_STATE_TIMEOUT);
    } else if (activity.cancelRequested) {
      return new Close(RetryState.RETRY_STATE_CANCEL_REQUESTED);
    } else if (!isRetryable(failure, policy)) {
      return new Close(RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE);
    } else if (activity.paused && !(isLast && activity.isStandalone())) {
      // A workflow's activity is parked although it has no attempt left.
      return new Park();
    } else if (isLast) {
      return new Close(RetryState.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED);
    }
    ApplicationFailureInfo info = failure.getApplicationFailureInfo();
    Duration asked = Protos.duration(info.getNextRetryDelay());
    if (info.hasNextRetryDelay() && asked.isZero() && !activity.isStandalone()) {
      return new Close(RetryState.RETRY_STATE_TIMEOUT);
    }
    Duration delay = asked.isZero() ? interval(policy, activity.attempt) : asked;
    return isTooLate(activity, now.plus(delay))
        ? new Close(RetryState.RETRY_STATE_TIMEOUT)
        : new Retry(delay);
  }

  // The reset of a standalone activity takes effect with the next attempt, which there is then.
  private static boolean isLast(ActivityExecution activity, RetryPolicy policy) {
    int maximum = policy.getMaximumAttempts();
    return maximum > 0 && activity.attempt >= maximum && activity.nextAttempt() > activity.attempt;
  }

  /** A timeout that is not one of an attempt. */
  private static boolean isTotal(Failure failure) {
    return switch (failure.getTimeoutFailureInfo().getTimeoutType()) {
      case TIMEOUT_TYPE_SCHEDULE_TO_CLOSE, TIMEOUT_TYPE_SCHEDULE_TO_START -> true;
      default -> false;
    };
  }

  private static boolean isRetryable(Failure failure, RetryPolicy policy) {
    return switch (failure.getFailureInfoCase()) {
      case APPLICATION_FAILURE_INFO ->
          !failure.getApplicationFailureInfo().getNonRetryable()
              && !isListed(policy, failure.getApplicationFailureInfo().getType());
      case SERVER_FAILURE_INFO -> !failure.getServerFailureInfo().getNonRetryable();
      case CANCELED_FAILURE_INFO, TERMINATED_FAILURE_INFO -> false;
      case TIMEOUT_FAILURE_INFO ->
          isRetryable(failure.getTimeoutFailureInfo().getTimeoutType(), policy);
      default -> true;
    };
  }

  private static boolean isRetryable(TimeoutType type, RetryPolicy policy) {
    return switch (type) {
      case TIMEOUT_TYPE_START_TO_CLOSE -> !isListed(policy, "TemporalTimeout:StartToClose");
      case TIMEOUT_TYPE_HEARTBEAT -> !isListed(policy, "TemporalTimeout:Heartbeat");
      default -> false;
    };
  }

  private static boolean isListed(RetryPolicy policy, String type) {
    return policy.getNonRetryableErrorTypesList().contains(type);
  }

  private static Duration interval(RetryPolicy policy, int attempt) {
    double seconds =
        seconds(Protos.duration(policy.getInitialInterval()))
            * Math.pow(policy.getBackoffCoefficient(), attempt - 1.0);
    double capped = Math.min(seconds, seconds(Protos.duration(policy.getMaximumInterval())));
    return Duration.ofNanos(Math.round(capped * 1e9));
  }

  private static boolean isTooLate(ActivityExecution activity, Instant next) {
    Duration total = activity.timeouts.scheduleToClose();
    return isPositive(total) && next.isAfter(activity.scheduledAt.plus(total));
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
