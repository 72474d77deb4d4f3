package dev.longhaul.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.StopRequest;
import dev.longhaul.api.external.JobStatus;
import dev.longhaul.api.external.PollOptions;
import dev.longhaul.api.external.PolledJobs;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What stop requests do to outside jobs, and who wins which race. */
class StoppedJobsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeJobs service = new FakeJobs();

  private JobProcess start() {
    return start(Duration.ofMinutes(1));
  }

  private JobProcess start(Duration interval) {
    PolledJobs<String, String> jobs = PolledJobs.of(service, PollOptions.every(interval));
    return JobProcess.polled(context -> jobs.start("photo", context));
  }

  @Test
  void cancellation_reachesTheService_andIsReportedOnceItIsConfirmed() {
    JobProcess process = start();
    process.cancel();
    assertThat(service.calls).containsExactly("submit photo", "cancel job-1");
    assertThat(process.outcome()).isEmpty(); // accepted, but the job still runs

    service.becomes("job-1", JobStatus.cancelled());
    process.clock.advance(SECOND);
    assertThat(process.outcome()).startsWith("canceled {\"job\":\"job-1\"");
    assertThat(process.isIdle()).isTrue();
  }

  @Test
  void resultThatArrivesWhileTheCancellationRuns_counts() {
    CompletableFuture<Void> cancelled = service.hold("cancel");
    JobProcess process = start();
    process.cancel();
    service.becomes("job-1", JobStatus.done());
    cancelled.complete(null);

    assertThat(process.outcome()).isEqualTo("completed \"result of job-1\"");
  }

  // Forbidden: a job that is done is cancelled, and its result lost.
  @Test
  void cancellationWhileTheResultIsCollected_waitsForIt() {
    service.becomes("job-1", JobStatus.done());
    CompletableFuture<Void> collected = service.hold("collect");
    JobProcess process = start(SECOND);
    process.clock.advance(SECOND);
    process.cancel();
    assertThat(process.outcome()).isEmpty();

    collected.complete(null);
    assertThat(process.outcome()).isEqualTo("completed \"result of job-1\"");
    assertThat(service.calls).containsExactly("submit photo", "collect job-1");
  }

  // Forbidden: a job that nobody cancels, since its submission was answered after the request.
  @Test
  void cancellationBeforeTheSubmissionIsAnswered_cancelsTheJobThenceforth() {
    CompletableFuture<Void> submitted = service.hold("submit");
    JobProcess process = start();
    process.cancel();
    assertThat(service.calls).containsExactly("submit photo");

    service.becomes("job-1", JobStatus.cancelled());
    submitted.complete(null);
    assertThat(service.calls).containsExactly("submit photo", "cancel job-1");
    assertThat(process.outcome()).startsWith("canceled {\"job\":\"job-1\"");
  }

  @Test
  void submissionThatFailsDuringACancellation_leavesNothingToCancel() {
    CompletableFuture<Void> submitted = service.hold("submit");
    JobProcess process = start();
    process.cancel();
    submitted.completeExceptionally(new FakeJobs.Unavailable("submit"));

    assertThat(process.outcome()).startsWith("canceled");
    assertThat(service.calls).containsExactly("submit photo");
  }

  @Test
  void jobThatFailedOrVanishedOnceItWasCancelled_isCancelled() {
    JobProcess process = start();
    process.cancel();
    service.becomes("job-1", JobStatus.vanished());
    process.clock.advance(SECOND);

    assertThat(process.outcome()).startsWith("canceled {\"job\":\"job-1\"");
  }

  // A poll that was on its way when the cancellation was answered says what was before it.
  @Test
  void answerToAPollFromBeforeTheCancellation_doesNotCount() {
    CompletableFuture<Void> poll = service.hold("status");
    CompletableFuture<Void> cancelled = service.hold("cancel");
    JobProcess process = start(Duration.ofSeconds(9));
    process.cancel();
    cancelled.completeExceptionally(new FakeJobs.Unavailable("cancel"));
    assertThat(process.outcome()).isNotEmpty(); // the poll after it was answered: still running
    String outcome = process.outcome();
    service.becomes("job-1", JobStatus.done());
    poll.complete(null);

    assertThat(process.outcome()).isEqualTo(outcome);
    assertThat(service.calls).doesNotContain("collect job-1");
  }

  @Test
  void refusedCancellation_ofAJobThatIsDone_bringsTheResult() {
    JobProcess process = start();
    service.fail("cancel");
    service.becomes("job-1", JobStatus.done());
    process.cancel();

    assertThat(process.outcome()).isEqualTo("completed \"result of job-1\"");
  }

  @Test
  void refusedCancellation_ofAJobThatRuns_endsTheAttempt_andFailsTheHook() {
    JobProcess process = start();
    service.fail("cancel");
    process.cancel();

    assertThat(process.outcome()).startsWith("canceled");
    assertThat(process.job().stop(anyRequest()).toCompletableFuture()).isCompletedExceptionally();
    assertThat(process.isIdle()).isTrue();
  }

  // Forbidden: polls for ever, after the attempt has ended without the service.
  @Test
  void endOfTheGrace_endsThePolls() {
    JobProcess process = start();
    service.hold("cancel");
    process.cancel();
    process.clock.advance(Duration.ofSeconds(10));
    assertThat(process.outcome()).startsWith("canceled");

    int polls = service.polls;
    process.clock.advance(Duration.ofHours(1));
    assertThat(service.polls).isEqualTo(polls);
    assertThat(process.isIdle()).isTrue();
  }

  @Test
  void otherStops_endTheAttemptAtOnce_andLeaveTheJobToTheNextOne() {
    JobProcess process = start();
    process.reset();
    assertThat(process.outcome()).isEqualTo("failed ActivityReset");
    assertThat(service.calls).containsExactly("submit photo");

    PolledJobs<String, String> jobs = PolledJobs.of(service, PollOptions.every(SECOND));
    service.becomes("job-1", JobStatus.done());
    JobProcess next = JobProcess.polledAfter(process, context -> jobs.start("photo", context));
    assertThat(next.outcome()).isEqualTo("completed \"result of job-1\"");
  }

  @Test
  void cancellationBySomebodyElse_failsTheActivityForGood() {
    service.becomes("job-1", JobStatus.cancelled());
    JobProcess process = start(SECOND);
    process.clock.advance(SECOND);

    assertThat(process.outcome()).isEqualTo("failed JobCancelled");
    assertThat(process.failure().getApplicationFailureInfo().getNonRetryable()).isTrue();
  }

  private static StopRequest anyRequest() {
    return StopRequest.of(StopRequest.Kind.CANCELLED, "test");
  }
}
