package dev.longhaul.samples.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.longhaul.samples.SampleRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;

@Timeout(200)
@Execution(CONCURRENT)
class ProcessTest {

  // The second attempt begins where the first one was: no frame before that is rendered again.
  @Test
  void attemptAfterACrash_goesOnWhereTheLastOneWas() {
    SampleRun run = SampleRun.of("process").assertEndedWell().assertShown("process");

    assertThat(run.out())
        .containsSubsequence(
            "attempt 1: process ",
            "frame 5 of 20, by process ",
            "attempt 1 failed: exit code 3: no memory left; giving up after frame 8",
            "attempt 2: process ",
            "frame 10 of 20, by process ",
            "rendered: frame 20 of 20",
            "No process is left")
        .containsOnlyOnce("frame 5 of 20");
  }

  @Test
  void cancellation_stopsTheProcessAndItsChildren() {
    SampleRun run =
        SampleRun.of("process", "--frames=100000", "--cancel-after=1s").assertEndedWell();

    assertThat(run.out())
        .contains("After 1.0 s: cancels the workflow", "The workflow is cancelled")
        .contains("No process is left")
        .doesNotContain("rendered", "attempt 2");
  }

  @Test
  void programThatAlwaysCrashes_failsTheWorkflow_withTheLastLinesOfItsErrors() {
    SampleRun run = SampleRun.of("process", "--frames=0");

    assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
    assertThat(run.out()).contains("attempt 1 failed: ", "attempt 3 failed: ");
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "The sample process failed: exit code 2: there is no film of 0 frames");
  }

  @Test
  void optionThatIsWrong_isRefused() {
    SampleRun.of("process", "--frames=many").assertRefused("'many' is not an int");
    SampleRun.of("process", "--cancel-after=1").assertRefused("did you mean \"1s\"?");
  }
}
