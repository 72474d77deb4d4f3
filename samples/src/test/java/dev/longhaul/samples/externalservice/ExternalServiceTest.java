package dev.longhaul.samples.externalservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.longhaul.samples.SampleRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(100)
@Execution(CONCURRENT)
class ExternalServiceTest {

  // Forbidden: a second submission, when the job's reference is in the heartbeat details.
  @Test
  void job_outlivesItsWorker_andTheNextOneGoesOnWithIt() {
    SampleRun run =
        SampleRun.of("external-service").assertEndedWell().assertShown("external-service");

    assertThat(run.out())
        .containsSubsequence(
            "answers 503 to POST",
            "submits ledger.pdf: job-1",
            "is killed",
            "asks after job-1",
            "job-1: its text is collected",
            "the workflow has 2000 words of 8 pages")
        .containsOnlyOnce("submits");
  }

  @Test
  void documentThatIsReadBeforeTheWorkerIsNoticedMissing_isCollected() {
    assertThat(SampleRun.of("external-service", "--pages", "2").assertEndedWell().out())
        .contains("the workflow has 500 words of 2 pages")
        .containsOnlyOnce("submits");
  }

  @Test
  void cancellation_reachesTheService_andItsConfirmationTheWorkflow() {
    assertThat(SampleRun.of("external-service", "--cancel-at", "2").assertEndedWell().out())
        .containsSubsequence(
            "the workflow is cancelled",
            "job-1 is cancelled after page",
            "the workflow knows that its activity is canceled")
        .doesNotContain("collected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --pages 0      | "0" is no number from 1 to 99
          --pages 1e9    | "1e9" is no number from 1 to 99
          --cancel-at -1 | "-1" is no number from 1 to 99
          """)
  void numberThatIsNone_isRefused(String options, String message) {
    SampleRun.of(("external-service " + options).split(" ")).assertRefused(message);
  }

  @Test
  void pageBeyondTheLast_isRefused() {
    SampleRun run = SampleRun.of("external-service", "--pages", "3", "--cancel-at", "4");

    assertThat(run.err()).contains("--cancel-at: there is no page 4 of 3 (--pages)");
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
