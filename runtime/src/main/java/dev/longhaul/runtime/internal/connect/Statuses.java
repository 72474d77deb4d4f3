package dev.longhaul.runtime.internal.connect;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.CancellationNotRequestedException;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.InvalidTaskTokenException;
import dev.longhaul.api.NamespaceNotFoundException;
import dev.longhaul.api.PayloadTooLargeException;
import dev.longhaul.api.RpcCode;
import dev.longhaul.api.TaskToken;
import dev.longhaul.proto.enums.v1.ResourceExhaustedCause;
import dev.longhaul.proto.errordetails.v1.NamespaceNotFoundFailure;
import dev.longhaul.proto.errordetails.v1.ResourceExhaustedFailure;
import dev.longhaul.runtime.internal.manage.Answer;
import dev.longhaul.runtime.internal.manage.Limit;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/**
 * What a failed call means, by its code, its error detail and, where nothing else tells, its text.
 */
final class Statuses {
  private static final Duration SLOW_DOWN = Duration.ofSeconds(1);
  private static final int LONGEST_TEXT = 1024;
  private static final Pattern CLOSED_STANDALONE =
      Pattern.compile(
          "invalid transition from (Completed|Failed|Canceled|Terminated|TimedOut)\\b.*",
          Pattern.DOTALL);

  private Statuses() {}

  /** The code of a failed call. */
  static RpcCode code(Throwable failure) {
    Status status = Status.fromThrowable(unwrap(failure));
    return status.isOk() ? RpcCode.UNKNOWN : RpcCode.valueOf(status.getCode().name());
  }

  /** What the server said, cut to what a log can bear. */
  static String text(Throwable failure) {
    String text = Status.fromThrowable(unwrap(failure)).getDescription();
    if (text == null) {
      return "no description";
    }
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + " […]";
  }

  static Answer answer(ActivityReference activity, Throwable failure) {
    return switch (code(failure)) {
      case UNAVAILABLE -> tryAgain(activity, failure, wasNeverSent(failure), Duration.ZERO);
      case UNKNOWN, ABORTED, DATA_LOSS, OUT_OF_RANGE, DEADLINE_EXCEEDED, CANCELLED ->
          tryAgain(activity, failure, false, Duration.ZERO);
      case RESOURCE_EXHAUSTED ->
          isAboutSize(failure)
              ? refused(tooLarge(activity, failure))
              : tryAgain(activity, failure, true, SLOW_DOWN);
      case INTERNAL ->
          isAboutTransport(failure)
              ? tryAgain(activity, failure, false, Duration.ZERO)
              : refused(other(activity, failure));
      case NOT_FOUND -> refused(notFound(activity, failure));
      case INVALID_ARGUMENT -> refused(invalid(activity, failure));
      case FAILED_PRECONDITION ->
          refused(
              isClosedStandalone(activity, failure)
                  ? gone(activity, failure)
                  : other(activity, failure));
      case ALREADY_EXISTS, PERMISSION_DENIED, UNIMPLEMENTED, UNAUTHENTICATED ->
          refused(other(activity, failure));
    };
  }

  private static Answer refused(ActivityCompletionException why) {
    return new Answer.Refused(why);
  }

  private static Answer tryAgain(
      ActivityReference activity, Throwable failure, boolean notApplied, Duration pause) {
    return new Answer.TryAgain(other(activity, failure), notApplied, limit(failure), pause);
  }

  private static ActivityCompletionException notFound(
      ActivityReference activity, Throwable failure) {
    if (hasDetail(failure, NamespaceNotFoundFailure.class)) {
      return new NamespaceNotFoundException(
          said(activity, failure) + "; check the namespace's name and the target",
          activity.digest(),
          RpcCode.NOT_FOUND,
          null);
    }
    return gone(activity, failure);
  }

  private static ActivityNotFoundException gone(ActivityReference activity, Throwable failure) {
    return new ActivityNotFoundException(
        said(activity, failure)
            + "; it is completed, timed out or retried, its workflow is closed, or it never existed",
        activity.digest(),
        code(failure),
        null,
        false);
  }

  private static ActivityCompletionException invalid(
      ActivityReference activity, Throwable failure) {
    String text = text(failure).toLowerCase(Locale.ROOT);
    if (text.contains("being request canceled")) {
      return new CancellationNotRequestedException(
          "nobody asked to cancel activity "
              + activity.digest()
              + ", so the server does not close it as canceled; it stays open. Fail or complete it"
              + " instead, or cancel it from its workflow first",
          activity.digest(),
          RpcCode.INVALID_ARGUMENT,
          null);
    }
    if (activity instanceof TaskToken && text.contains("token")) {
      return new InvalidTaskTokenException(
          said(activity, failure) + "; send the token exactly as it came, to the same cluster",
          activity.digest(),
          RpcCode.INVALID_ARGUMENT,
          null);
    }
    return other(activity, failure);
  }

  private static PayloadTooLargeException tooLarge(ActivityReference activity, Throwable failure) {
    return new PayloadTooLargeException(
        said(activity, failure) + "; store the data elsewhere and send a reference to it",
        activity.digest(),
        RpcCode.RESOURCE_EXHAUSTED,
        null);
  }

  private static ActivityCompletionException other(ActivityReference activity, Throwable failure) {
    return new ActivityCompletionException(
        said(activity, failure), activity.digest(), code(failure), null);
  }

  private static String said(ActivityReference activity, Throwable failure) {
    return "the server answered "
        + code(failure)
        + " for activity "
        + activity.digest()
        + ": "
        + text(failure);
  }

  // Completing it by id is the one call on a closed activity that is not answered with NOT_FOUND.
  private static boolean isClosedStandalone(ActivityReference activity, Throwable failure) {
    return activity instanceof FullActivityId id
        && id.isStandalone()
        && CLOSED_STANDALONE.matcher(text(failure)).matches();
  }

  private static Limit limit(Throwable failure) {
    return detail(failure, ResourceExhaustedFailure.class)
        .map(exhausted -> limit(exhausted.getCause()))
        .orElse(Limit.NONE);
  }

  // Of the others, some concern polls and updates, and some a single call.
  private static Limit limit(ResourceExhaustedCause cause) {
    return switch (cause) {
      case RESOURCE_EXHAUSTED_CAUSE_BUSY_WORKFLOW -> Limit.RUN;
      case RESOURCE_EXHAUSTED_CAUSE_RPS_LIMIT,
          RESOURCE_EXHAUSTED_CAUSE_APS_LIMIT,
          RESOURCE_EXHAUSTED_CAUSE_OPS_LIMIT,
          RESOURCE_EXHAUSTED_CAUSE_SYSTEM_OVERLOADED,
          RESOURCE_EXHAUSTED_CAUSE_CIRCUIT_BREAKER_OPEN,
          RESOURCE_EXHAUSTED_CAUSE_PERSISTENCE_LIMIT,
          RESOURCE_EXHAUSTED_CAUSE_PERSISTENCE_STORAGE_LIMIT ->
          Limit.ALL;
      default -> Limit.NONE;
    };
  }

  private static boolean hasDetail(Throwable failure, Class<? extends Message> type) {
    return detail(failure, type).isPresent();
  }

  private static <D extends Message> Optional<D> detail(Throwable failure, Class<D> type) {
    com.google.rpc.Status status = StatusProto.fromThrowable(unwrap(failure));
    if (status == null) {
      return Optional.empty();
    }
    for (Any any : status.getDetailsList()) {
      if (any.is(type)) {
        return unpacked(any, type);
      }
    }
    return Optional.empty();
  }

  private static <D extends Message> Optional<D> unpacked(Any any, Class<D> type) {
    try {
      return Optional.of(any.unpack(type));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty(); // as good as none
    }
  }

  // Nothing of the request can have left before there is a connection.
  private static boolean wasNeverSent(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException) {
        return true;
      }
    }
    return false;
  }

  // gRPC's own limits have no detail message, only these texts.
  private static boolean isAboutSize(Throwable failure) {
    String text = text(failure);
    return text.contains("larger than max") || text.contains("exceeds maximum size");
  }

  private static boolean isAboutTransport(Throwable failure) {
    String text = text(failure);
    return text.contains("RST_STREAM") || text.contains("HTTP/2");
  }

  private static Throwable unwrap(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
