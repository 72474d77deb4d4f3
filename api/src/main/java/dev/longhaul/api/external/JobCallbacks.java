package dev.longhaul.api.external;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.OutcomeAlreadyDecidedException;
import dev.longhaul.api.RpcCode;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Ends activities when their jobs call back, in whatever process that arrives. Thread-safe and
 * non-blocking.
 *
 * <p>A callback that comes twice, or too late, changes nothing, with one exception: by ids, the
 * second report of a failure that is retried may hit the next attempt, since ids name whatever
 * attempt is current. That costs an attempt but no work: the one after it finds the same job by its
 * key. By ids, on the other hand, a callback still counts when its attempt was lost and another one
 * goes on with the job; by a token it then comes too late.
 *
 * <p>Futures fail only with what calling again would not mend: a result that is too large or cannot
 * be converted ({@link ActivityCompletionException#toFailure} tells the workflow), a reference that
 * is none. A failure that is reported by ids while no attempt runs, after the one that submitted
 * the job was lost, is refused as if nobody waited: polls now and then ({@link
 * PolledJobs#startReporting}) make up for it.
 */
public final class JobCallbacks {
  private final AsyncCompletionClient activities;

  /** Reports through this client. */
  public JobCallbacks(AsyncCompletionClient activities) {
    this.activities = Objects.requireNonNull(activities, "activities");
  }

  /** The job has this result, which may be null. */
  public CompletableFuture<CallbackAnswer> completed(
      ActivityReference activity, @Nullable Object result) {
    return answer(activities.complete(activity, result));
  }

  /**
   * The job has failed. If the failure is retried, the next attempt submits another job.
   *
   * @param job its reference, as the service told it when it was submitted
   */
  public CompletableFuture<CallbackAnswer> failed(
      ActivityReference activity, String job, ActivityFailure failure) {
    return answer(
        activities.fail(activity, failure.lastHeartbeatDetails(new JobDetails(job, null, true))));
  }

  private static CompletableFuture<CallbackAnswer> answer(CompletableFuture<Void> report) {
    return report.handle(
        (acknowledged, failure) ->
            failure == null ? CallbackAnswer.ACCEPTED : answer((RuntimeException) failure));
  }

  private static CallbackAnswer answer(RuntimeException failure) {
    if (failure instanceof ActivityNotFoundException
        || failure instanceof OutcomeAlreadyDecidedException) {
      return CallbackAnswer.NOBODY_WAITS;
    }
    if (failure.getClass() == ActivityCompletionException.class
        && mayPass((ActivityCompletionException) failure)) {
      return CallbackAnswer.CALL_AGAIN;
    }
    throw failure;
  }

  // The server was asked, and had nothing against the call as such.
  private static boolean mayPass(ActivityCompletionException failure) {
    return failure.code().filter(code -> code != RpcCode.INVALID_ARGUMENT).isPresent();
  }
}
