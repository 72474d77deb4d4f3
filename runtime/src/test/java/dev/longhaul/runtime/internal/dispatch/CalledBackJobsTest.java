package dev.longhaul.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.external.CalledBackJobs;
import dev.longhaul.api.external.ExternalJob;
import dev.longhaul.api.external.JobStatus;
import dev.longhaul.api.external.PollOptions;
import dev.longhaul.api.external.PolledJobs;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Jobs of external handlers: those that call back, and those that are polled as well. */
class CalledBackJobsTest {
  private final FakeJobs service = new FakeJobs();

  private ExternalJob calledBack(PendingActivity<String> activity) {
    return CalledBackJobs.of(service).start("photo", activity);
  }

  private ExternalJob polled(PendingActivity<String> activity) {
    return PolledJobs.of(service, PollOptions.every(Duration.ofMinutes(5)))
        .startReporting("photo", activity);
  }

  @Test
  void job_isSubmitted_recordedAtOnce_andLeftAlone() {
    JobProcess process = JobProcess.external(this::calledBack);
    process.clock.advance(Duration.ofHours(10));

    assertThat(process.details()).contains("job-1");
    assertThat(process.outcome()).isEmpty();
    assertThat(service.calls).containsExactly("submit photo");
    assertThat(service.polls).isZero();
  }

  @Test
  void nextAttempt_submitsNothing() {
    JobProcess lost = JobProcess.external(this::calledBack);
    JobProcess next = JobProcess.externalAfter(lost, this::calledBack);

    assertThat(next.job().reference()).contains("job-1");
    assertThat(service.calls).containsExactly("submit photo");
  }

  @Test
  void submissionThatFails_failsTheAttempt() {
    service.fail("submit");

    assertThat(JobProcess.external(this::calledBack).outcome())
        .isEqualTo("failed " + FakeJobs.Unavailable.class.getName());
  }

  @Test
  void cancellation_isReportedOnceTheServiceHasAccepted() {
    CompletableFuture<Void> cancelled = service.hold("cancel");
    JobProcess process = JobProcess.external(this::calledBack);
    process.cancel();
    assertThat(service.calls).containsExactly("submit photo", "cancel job-1");
    assertThat(process.outcome()).isEmpty();

    cancelled.complete(null);
    assertThat(process.outcome()).startsWith("canceled {\"job\":\"job-1\"");
    assertThat(process.isIdle()).isTrue();
  }

  // Forbidden: an activity that is reported as canceled while its job goes on, if anybody can know.
  @Test
  void refusedCancellation_failsTheActivity() {
    service.fail("cancel");
    JobProcess process = JobProcess.external(this::calledBack);
    process.cancel();

    assertThat(process.outcome()).isEqualTo("failed " + FakeJobs.Unavailable.class.getName());
  }

  @Test
  void otherStops_endTheAttemptAtOnce_andLeaveTheJobAlone() {
    JobProcess process = JobProcess.external(this::calledBack);
    process.reset();

    assertThat(process.outcome()).isEqualTo("failed ActivityReset");
    assertThat(service.calls).containsExactly("submit photo");
  }

  // The callback got lost.
  @Test
  void jobThatIsPolledAsWell_isCompletedByAPoll() {
    JobProcess process = JobProcess.external(this::polled);
    service.becomes("job-1", JobStatus.done());
    process.clock.advance(Duration.ofMinutes(5));

    assertThat(process.outcome()).isEqualTo("completed \"result of job-1\"");
    assertThat(process.isIdle()).isTrue();
  }

  // Forbidden: an activity that stays open for ever, since nobody is left to send another result.
  @Test
  void resultThatCannotBeSent_failsTheActivityForGood() {
    JobProcess process =
        JobProcess.external(
            activity ->
                PolledJobs.of(new HugeResult(), PollOptions.every(Duration.ofSeconds(1)))
                    .startReporting("photo", activity));
    process.clock.advance(Duration.ofSeconds(1));

    assertThat(process.outcome()).isEqualTo("failed PayloadTooLargeException");
    assertThat(process.failure().getApplicationFailureInfo().getNonRetryable()).isTrue();
  }

  private static final class HugeResult extends Careless {
    @Override
    public CompletableFuture<String> submit(String request, String key) {
      return CompletableFuture.completedFuture("job-1");
    }

    @Override
    public CompletableFuture<JobStatus> status(String job) {
      return CompletableFuture.completedFuture(JobStatus.done());
    }

    @Override
    public CompletableFuture<String> collect(String job) {
      return CompletableFuture.completedFuture("x".repeat(3_000_000));
    }
  }
}
