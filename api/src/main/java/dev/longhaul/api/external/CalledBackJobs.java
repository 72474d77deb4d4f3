package dev.longhaul.api.external;

import dev.longhaul.api.PendingActivity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Activities whose work is a job of a service that calls back when it has ended: submit, be called
 * back. Immutable and thread-safe: one for all attempts.
 *
 * <pre>{@code
 * @OnStart
 * void start(Order order, PendingActivity<Receipt> activity) {
 *   job = jobs.start(order.callingBack(address.of(activity.fullActivityId())), activity);
 * }
 *
 * @OnCancel
 * CompletionStage<Void> cancel(StopRequest why) {
 *   return job.stop(why);
 * }
 * }</pre>
 *
 * <p>The callback may arrive in any process: there {@link JobCallbacks} completes the activity.
 * What {@link PolledJobs} says of heartbeat details, lost attempts and failed jobs holds here too.
 * An attempt that goes on with a job submits nothing, so that its callback is the one of the
 * attempt before it.
 *
 * @param <Q> what is asked of the service, with the address to call
 */
public final class CalledBackJobs<Q> {
  private final JobService<Q> service;

  private CalledBackJobs(JobService<Q> service) {
    this.service = Objects.requireNonNull(service, "service");
  }

  /** Jobs of this service. */
  public static <Q> CalledBackJobs<Q> of(JobService<Q> service) {
    return new CalledBackJobs<>(service);
  }

  /**
   * Goes on with the job of the attempt before this one, or submits one. Reports a submission that
   * failed, and the cancellation; what else becomes of the activity is the callback's.
   */
  public <R extends @Nullable Object> ExternalJob start(Q request, PendingActivity<R> activity) {
    CalledBackAttempt<Q, R> attempt = new CalledBackAttempt<>(service, request, activity);
    attempt.begin();
    Reporting.to(activity, attempt.result());
    return attempt;
  }
}
