package dev.longhaul.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.external.JobStatus;
import dev.longhaul.api.external.PollOptions;
import dev.longhaul.api.external.PolledJobs;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Jobs that are polled, from their submission to their result, and all that may come between. */
class PolledJobsTest {
  private static final Duration INTERVAL = Duration.ofSeconds(4);

  private final FakeJobs service = new FakeJobs();
  private PollOptions options = PollOptions.every(INTERVAL).toleratedFailures(2);

  private JobProcess start() {
    return JobProcess.polled(context -> PolledJobs.of(service, options).start("photo", context));
  }

  private JobProcess startAfter(JobProcess lost) {
    return JobProcess.polledAfter(
        lost, context -> PolledJobs.of(service, options).start("photo", context));
  }

  @Test
  void job_isSubmitted_recordedAtOnce_polled_andCollected() {
    JobProcess process = start();
    assertThat(process.details())
        .isEqualTo("{\"job\":\"job-1\",\"progress\":null,\"failed\":false}");
    assertThat(process.job().reference()).contains("job-1");
    assertThat(service.jobs).containsOnlyKeys(JobProcess.KEY);
    assertThat(service.polls).isZero();

    service.becomes("job-1", JobStatus.running("half of it"));
    process.clock.advance(Duration.ofSeconds(20));
    assertThat(service.polls).isEqualTo(5);
    assertThat(process.details()).contains("\"progress\":\"half of it\"");

    service.becomes("job-1", JobStatus.done());
    process.clock.advance(INTERVAL);
    assertThat(process.outcome()).isEqualTo("completed \"result of job-1\"");
    assertThat(service.calls).containsExactly("submit photo", "collect job-1");
    assertThat(process.isIdle()).isTrue();
  }

  @Test
  void nextAttempt_goesOnWithTheJob_andKeepsItsProgress() {
    JobProcess lost = start();
    service.becomes("job-1", JobStatus.running("half of it"));
    lost.clock.advance(Duration.ofSeconds(20));
    JobProcess next = startAfter(lost);
    next.clock.advance(Duration.ofSeconds(1));
    assertThat(service.polls).isEqualTo(6); // it looks at once

    service.becomes("job-1", JobStatus.done());
    next.clock.advance(INTERVAL);
    assertThat(next.outcome()).isEqualTo("completed \"result of job-1\"");
    assertThat(service.calls).containsExactly("submit photo", "collect job-1");
  }

  // Forbidden: work done twice, since the process was lost between submission and record.
  @Test
  void nextAttempt_findsAJobThatWasNotRecorded_byItsKey() {
    service.hold("submit");
    JobProcess lost = start();
    assertThat(lost.details()).isEmpty();
    JobProcess next = startAfter(lost);

    service.becomes("job-1", JobStatus.done());
    next.clock.advance(INTERVAL);
    assertThat(next.outcome()).isEqualTo("completed \"result of job-1\"");
    assertThat(service.jobs).hasSize(1);
  }

  @Test
  void submissionThatFails_failsTheAttempt_retryably() {
    service.fail("submit");
    JobProcess process = start();

    assertThat(process.outcome()).isEqualTo("failed " + FakeJobs.Unavailable.class.getName());
    assertThat(process.failure().getApplicationFailureInfo().getNonRetryable()).isFalse();
    assertThat(process.isIdle()).isTrue();
  }

  @Test
  void failedPolls_areTolerated_ifOneBetweenThemIsAnswered() {
    JobProcess process = start();
    for (int i = 0; i < 4; i++) {
      service.fail("status");
      service.fail("status");
      process.clock.advance(INTERVAL.multipliedBy(2));
      process.clock.advance(INTERVAL);
    }
    assertThat(service.polls).isEqualTo(12);
    assertThat(process.outcome()).isEmpty();
  }

  // Forbidden: a job that is still at work is submitted once more.
  @Test
  void tooManyFailedPolls_failTheAttempt_andTheNextOneGoesOn() {
    JobProcess process = start();
    service.fail("status");
    service.fail("status");
    service.fail("status");
    process.clock.advance(INTERVAL.multipliedBy(3));
    assertThat(process.outcome()).isEqualTo("failed JobStatusUnknown");
    assertThat(process.failure().getMessage()).contains("job-1").contains("3 polls");
    assertThat(process.failure().getCause().getMessage()).isEqualTo("status was not answered");

    JobProcess next = startAfter(process);
    service.becomes("job-1", JobStatus.done());
    next.clock.advance(INTERVAL);
    assertThat(next.outcome()).isEqualTo("completed \"result of job-1\"");
    assertThat(service.jobs).hasSize(1);
  }

  // Forbidden: an attempt that looks alive for ever, since its one open poll never ends.
  @Test
  void pollThatIsNeverAnswered_countsAsFailed_andNoSecondOneIsSent() {
    service.hold("status");
    JobProcess process = start();
    process.clock.advance(INTERVAL.multipliedBy(4));

    assertThat(service.polls).isOne();
    assertThat(process.outcome()).isEqualTo("failed JobStatusUnknown");
  }

  @Test
  void resultThatCannotBeCollected_isCollectedByTheNextAttempt() {
    service.becomes("job-1", JobStatus.done());
    service.fail("collect");
    JobProcess process = start();
    process.clock.advance(INTERVAL);
    assertThat(process.outcome()).isEqualTo("failed " + FakeJobs.Unavailable.class.getName());

    JobProcess next = startAfter(process);
    assertThat(next.outcome()).isEqualTo("completed \"result of job-1\"");
  }

  @Test
  void progressThatCannotBeSent_isSeenInTheFailure() {
    service.becomes("job-1", JobStatus.running(new Object()));
    JobProcess process = start();
    process.clock.advance(INTERVAL.multipliedBy(3));

    assertThat(process.outcome()).isEqualTo("failed JobStatusUnknown");
    assertThat(process.failure().getCause().getApplicationFailureInfo().getType())
        .endsWith("PayloadConversionException");
  }

  @Test
  void jobThatFailed_failsTheActivity_andTheNextAttemptSubmitsAnother() {
    service.becomes(
        "job-1", JobStatus.failed(ActivityFailure.ofType("OutOfInk").message("no more ink")));
    JobProcess process = start();
    process.clock.advance(INTERVAL);
    assertThat(process.outcome()).isEqualTo("failed OutOfInk");
    assertThat(process.details()).contains("\"job\":\"job-1\"").contains("\"failed\":true");

    JobProcess next = startAfter(process);
    assertThat(service.jobs)
        .containsEntry(JobProcess.KEY, "job-1")
        .containsEntry(JobProcess.KEY + "/job-1", "job-2");
    service.becomes("job-2", JobStatus.done());
    next.clock.advance(INTERVAL);
    assertThat(next.outcome()).isEqualTo("completed \"result of job-2\"");
  }

  // Forbidden: a failure that nobody ever sees, since the attempt that saw it was lost.
  @Test
  void failureThatWasNotToldYet_isTold_notRepaired() {
    JobProcess lost = start();
    service.becomes("job-1", JobStatus.failed(ActivityFailure.ofType("OutOfInk").nonRetryable()));
    JobProcess next = startAfter(lost);

    assertThat(next.outcome()).isEqualTo("failed OutOfInk");
    assertThat(service.jobs).hasSize(1);
  }

  @Test
  void jobThatVanished_failsTheActivityForGood() {
    service.becomes("job-1", JobStatus.vanished());
    JobProcess process = start();
    process.clock.advance(INTERVAL);

    assertThat(process.outcome()).isEqualTo("failed JobVanished");
    assertThat(process.failure().getApplicationFailureInfo().getNonRetryable()).isTrue();
    assertThat(process.failure().getMessage()).contains("submitAgain()");
  }

  @Test
  void jobThatVanished_isSubmittedAgain_ifThatIsWanted_onceInEachAttempt() {
    options = options.submitAgain();
    service.becomes("job-1", JobStatus.vanished());
    JobProcess process = start();
    process.clock.advance(INTERVAL);
    assertThat(process.details()).contains("job-2");
    assertThat(service.jobs).containsEntry(JobProcess.KEY + "/job-1", "job-2");

    service.becomes("job-2", JobStatus.vanished());
    process.clock.advance(INTERVAL);
    assertThat(process.outcome()).isEqualTo("failed JobVanished");
    assertThat(process.failure().getApplicationFailureInfo().getNonRetryable()).isFalse();
  }

  @Test
  void callThatThrowsOrAnswersNull_failsLikeOneThatFails() {
    JobProcess process =
        JobProcess.polled(
            context ->
                PolledJobs.of(
                        new Careless() {
                          @Override
                          public CompletableFuture<String> submit(String request, String key) {
                            throw new IllegalArgumentException("no such photo");
                          }
                        },
                        options)
                    .start("photo", context));
    JobProcess other =
        JobProcess.polled(
            context -> PolledJobs.of(new Careless(), options).start("photo", context));

    assertThat(process.failure().getMessage()).isEqualTo("no such photo");
    assertThat(other.failure().getMessage()).isEqualTo("submit returned null, not a stage");
  }
}
