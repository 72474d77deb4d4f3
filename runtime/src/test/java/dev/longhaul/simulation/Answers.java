package dev.longhaul.simulation;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.CancellationNotRequestedException;
import dev.longhaul.api.RpcCode;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.runtime.internal.manage.Answer;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import dev.longhaul.runtime.internal.manage.Limit;
import java.time.Duration;
import java.util.Set;

/** What a server answers, and what comes of a call that it does not answer. */
final class Answers {
  private static final Set<String> STOPS =
      Set.of("ActivityPause", "ActivityReset", "WorkerShutdown");

  private Answers() {}

  static Answer notFound() {
    return new Answer.Refused(
        new ActivityNotFoundException("not found", "", RpcCode.NOT_FOUND, null, false));
  }

  static Answer cancellationNotRequested() {
    return new Answer.Refused(
        new CancellationNotRequestedException("not asked", "", RpcCode.INVALID_ARGUMENT, null));
  }

  static Answer neverSent() {
    return tryAgain(RpcCode.UNAVAILABLE, true, Limit.NONE, Duration.ZERO);
  }

  static Answer noAnswer() {
    return tryAgain(RpcCode.DEADLINE_EXCEEDED, false, Limit.NONE, Duration.ZERO);
  }

  static Answer exhausted(Limit limit) {
    return tryAgain(RpcCode.RESOURCE_EXHAUSTED, true, limit, Duration.ofSeconds(1));
  }

  private static Answer tryAgain(
      RpcCode code, boolean certainlyNotApplied, Limit limit, Duration pause) {
    return new Answer.TryAgain(
        new ActivityCompletionException(code.toString(), "", code, null),
        certainlyNotApplied,
        limit,
        pause);
  }

  /** Whether it is what a stop comes to, and no result of the work. */
  static boolean isOfStop(EncodedOutcome outcome) {
    return outcome instanceof EncodedOutcome.Canceled
        || (outcome instanceof EncodedOutcome.Failed failed
            && STOPS.contains(info(failed).getType()));
  }

  /** Whether a failure is not to be tried again. */
  static boolean isForGood(EncodedOutcome.Failed outcome) {
    return info(outcome).getNonRetryable();
  }

  private static ApplicationFailureInfo info(EncodedOutcome.Failed outcome) {
    try {
      return Failure.parseFrom(outcome.failure().toByteArray()).getApplicationFailureInfo();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a failure that is none was reported", e);
    }
  }
}
