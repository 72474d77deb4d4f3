package dev.longhaul.api.external;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.PendingActivity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Activities whose work is a job of a service that can be asked how far it is: submit, poll,
 * cancel, collect. Immutable and thread-safe: one for all attempts.
 *
 * <pre>{@code
 * @OnStart
 * CompletionStage<Text> start(Document document, ActivityContext context) {
 *   job = jobs.start(document, context);
 *   return job.result();
 * }
 *
 * @OnCancel
 * CompletionStage<Void> cancel(StopRequest why) {
 *   return job.stop(why);
 * }
 * }</pre>
 *
 * <p>The job's reference and progress are the heartbeat details ({@link JobDetails}), so that the
 * next attempt goes on with the job of the one before it; do not record others, and leave out
 * {@code @OnHeartbeat}. An attempt that was lost before it could record the reference finds its job
 * again by the idempotency key. A job that failed retryably is not gone on with: the next attempt
 * submits another one.
 *
 * @param <Q> what is asked of the service
 * @param <R> what a job results in
 */
public final class PolledJobs<Q, R extends @Nullable Object> {
  private final PolledJobService<Q, R> service;
  private final PollOptions options;

  private PolledJobs(PolledJobService<Q, R> service, PollOptions options) {
    this.service = Objects.requireNonNull(service, "service");
    this.options = Objects.requireNonNull(options, "options");
  }

  /** Jobs of this service. */
  public static <Q, R extends @Nullable Object> PolledJobs<Q, R> of(
      PolledJobService<Q, R> service, PollOptions options) {
    return new PolledJobs<>(service, options);
  }

  /**
   * Goes on with the job of the attempt before this one, or submits one; for a handler that returns
   * {@link PolledJob#result}.
   */
  public PolledJob<R> start(Q request, ActivityContext context) {
    PolledAttempt<Q, R> attempt = new PolledAttempt<>(service, options, request, context);
    attempt.begin();
    return attempt;
  }

  /**
   * As {@link #start}, for a handler of the external form: reports the outcome itself. If the
   * service also calls back, the polls are for callbacks that get lost.
   */
  public ExternalJob startReporting(Q request, PendingActivity<R> activity) {
    PolledJob<R> job = start(request, activity);
    Reporting.to(activity, job.result());
    return job;
  }
}
