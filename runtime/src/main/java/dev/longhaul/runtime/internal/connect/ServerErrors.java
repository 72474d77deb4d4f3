package dev.longhaul.runtime.internal.connect;

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
import dev.longhaul.proto.errordetails.v1.NamespaceInvalidStateFailure;
import dev.longhaul.proto.errordetails.v1.NamespaceNotActiveFailure;
import dev.longhaul.proto.errordetails.v1.NamespaceNotFoundFailure;
import dev.longhaul.runtime.internal.manage.Answer;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What callers get for what the server answers, told apart by code and detail, by text only where
 * there is nothing else; {@code docs/errors.md} shows it as a table.
 */
final class ServerErrors {
  private static final Duration SLOW_DOWN = Duration.ofSeconds(1);
  private static final Pattern CLOSED_STANDALONE =
      Pattern.compile(
          "invalid transition from (Completed|Failed|Canceled|Terminated|TimedOut)\\b.*",
          Pattern.DOTALL);

  private final ActivityMethod<?> method;
  private final ActivityReference activity;

  /** For this call on this activity. */
  ServerErrors(ActivityMethod<?> method, ActivityReference activity) {
    this.method = method;
    this.activity = activity;
  }

  /** What the manager is told of one try that failed. */
  Answer answer(Throwable thrown) {
    RpcFailure failure = RpcFailure.of(thrown);
    Verdict verdict = Verdict.on(failure);
    ActivityCompletionException why = exception(failure, verdict.possiblyApplied());
    return verdict.worthAnotherTry()
        ? new Answer.TryAgain(
            why,
            !verdict.possiblyApplied(),
            failure.limit(),
            verdict == Verdict.BUSY ? SLOW_DOWN : Duration.ZERO)
        : new Answer.Refused(why);
  }

  /**
   * What a caller is told.
   *
   * @param possiblyApplied whether this try or an earlier one may have been applied
   */
  ActivityCompletionException exception(RpcFailure failure, boolean possiblyApplied) {
    return switch (failure.code()) {
      case NOT_FOUND -> notFound(failure, possiblyApplied);
      case INVALID_ARGUMENT -> invalidArgument(failure, possiblyApplied);
      case FAILED_PRECONDITION -> failedPrecondition(failure, possiblyApplied);
      case RESOURCE_EXHAUSTED -> resourceExhausted(failure, possiblyApplied);
      case PERMISSION_DENIED, UNAUTHENTICATED ->
          other(
              failure,
              "check the API key or client certificate, and its rights in this namespace",
              possiblyApplied);
      case UNIMPLEMENTED -> other(failure, unimplemented(), possiblyApplied);
      case INTERNAL ->
          other(
              failure,
              "the server broke, and its text may quote what was sent, so it is left out; its own"
                  + " log has it",
              possiblyApplied);
      default -> other(failure, "check the target and the network", possiblyApplied);
    };
  }

  /** What a log is told while there is still hope. */
  String notYet(RpcFailure failure) {
    return couldNot() + said(failure);
  }

  /** The time is over. */
  ActivityCompletionException gaveUp(
      RpcFailure last, int tries, Duration elapsed, boolean possiblyApplied) {
    return new ActivityCompletionException(
        exception(last, possiblyApplied).getMessage()
            + ". It was given up after "
            + (tries == 1 ? "one try" : tries + " tries")
            + " in "
            + Math.round(elapsed.toMillis() / 100.0) / 10.0
            + " s",
        activity.digest(),
        last.code(),
        null,
        possiblyApplied);
  }

  /** Another try by ids would hit another attempt. */
  ActivityNotFoundException attemptEnded(RpcFailure last) {
    return new ActivityNotFoundException(
        couldNot()
            + said(last)
            + ", and meanwhile the attempt has ended, so that another try would hit the next one, or"
            + " none"
            + ending(true),
        activity.digest(),
        last.code(),
        null,
        true);
  }

  /** Another try by ids could hit another attempt, and whether it would cannot be found out. */
  ActivityCompletionException attemptUnknown(RpcFailure last) {
    return new ActivityCompletionException(
        couldNot()
            + said(last)
            + ", and whether the same attempt is still running cannot be seen, so that another try by"
            + " ids could hit the next one; report by task token where you can"
            + ending(true),
        activity.digest(),
        last.code(),
        null,
        true);
  }

  /** The client was closed before the answer. */
  ActivityCompletionException closed(boolean possiblyApplied) {
    return new ActivityCompletionException(
        couldNot() + "the client was closed" + ending(possiblyApplied),
        activity.digest(),
        null,
        null,
        possiblyApplied);
  }

  private ActivityCompletionException notFound(RpcFailure failure, boolean possiblyApplied) {
    if (failure.detail(NamespaceNotFoundFailure.class).isPresent()) {
      return new NamespaceNotFoundException(
          couldNot() + said(failure) + "; check the namespace's name, and the target",
          activity.digest(),
          RpcCode.NOT_FOUND,
          null);
    }
    return gone(failure, possiblyApplied);
  }

  private ActivityNotFoundException gone(RpcFailure failure, boolean possiblyApplied) {
    return new ActivityNotFoundException(
        couldNot()
            + said(failure)
            + "; it is completed, timed out or retried, its workflow is closed, or it never existed"
            + ending(possiblyApplied),
        activity.digest(),
        failure.code(),
        null,
        possiblyApplied);
  }

  private ActivityCompletionException invalidArgument(RpcFailure failure, boolean possiblyApplied) {
    if (failure.says("being request canceled")) {
      return notRequested(failure);
    }
    if (activity instanceof TaskToken && isAboutTheToken(failure)) {
      return new InvalidTaskTokenException(
          couldNot()
              + said(failure)
              + "; send the token exactly as it came, to the same cluster and namespace",
          activity.digest(),
          RpcCode.INVALID_ARGUMENT,
          null);
    }
    String remedy =
        isStandalone() && failure.says("workflowid is not set")
            ? "standalone activities are switched off on this server"
            : "the server does not take what was sent";
    return other(failure, remedy, possiblyApplied);
  }

  // A request always names its namespace, so that only the token's can be missing.
  private static boolean isAboutTheToken(RpcFailure failure) {
    return failure.says("token") || failure.says("namespace not set");
  }

  private ActivityCompletionException failedPrecondition(
      RpcFailure failure, boolean possiblyApplied) {
    // Completing it by id is the one call on a closed activity that is not answered with NOT_FOUND.
    if (isStandalone() && failure.says(CLOSED_STANDALONE)) {
      return gone(failure, possiblyApplied);
    }
    // What servers before 1.32 answer for a standalone activity.
    if (method == ActivityMethod.CANCEL && isStandalone() && failure.says("invalid transition")) {
      return notRequested(failure);
    }
    if (failure.detail(NamespaceInvalidStateFailure.class).isPresent()) {
      return other(failure, "the namespace is deleted or not yet in use", possiblyApplied);
    }
    return failure
        .detail(NamespaceNotActiveFailure.class)
        .map(
            detail ->
                other(
                    failure,
                    "the namespace is active in cluster "
                        + detail.getActiveCluster()
                        + "; connect to that one",
                    possiblyApplied))
        .orElseGet(() -> other(failure, "the server is not set up for this call", possiblyApplied));
  }

  private CancellationNotRequestedException notRequested(RpcFailure failure) {
    return new CancellationNotRequestedException(
        "nobody asked to cancel activity "
            + activity.digest()
            + ", so the server does not close it as canceled; it stays open. Fail or complete it"
            + " instead, or cancel it from its workflow first",
        activity.digest(),
        failure.code(),
        null);
  }

  private ActivityCompletionException resourceExhausted(
      RpcFailure failure, boolean possiblyApplied) {
    return failure.isAboutSize()
        ? new PayloadTooLargeException(
            couldNot() + said(failure) + "; store the data elsewhere and send a reference to it",
            activity.digest(),
            RpcCode.RESOURCE_EXHAUSTED,
            null)
        : other(failure, "send less, or have the limit raised", possiblyApplied);
  }

  private String unimplemented() {
    return isStandalone()
        ? "standalone activities are unknown to this server, or switched off"
        : "this is no Temporal service, a proxy hides it, or it is too old";
  }

  private ActivityCompletionException other(
      RpcFailure failure, String remedy, boolean possiblyApplied) {
    return new ActivityCompletionException(
        couldNot() + said(failure) + "; " + remedy + ending(possiblyApplied),
        activity.digest(),
        failure.code(),
        null,
        possiblyApplied);
  }

  private boolean isStandalone() {
    return activity instanceof FullActivityId id && id.isStandalone();
  }

  private String couldNot() {
    return "could not " + method.verb() + " activity " + activity.digest() + ": ";
  }

  private static String said(RpcFailure failure) {
    return "the answer was " + failure.told();
  }

  private String ending(boolean possiblyApplied) {
    return possiblyApplied && method != ActivityMethod.HEARTBEAT
        ? ". It may have been applied all the same, since an answer was lost: look at the activity"
            + " before reporting again"
        : "";
  }
}
