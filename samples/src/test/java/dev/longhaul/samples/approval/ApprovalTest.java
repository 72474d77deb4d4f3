package dev.longhaul.samples.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.longhaul.samples.SampleProcess;
import dev.longhaul.samples.SampleProcess.Ended;
import dev.longhaul.samples.SampleRun;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;

@Timeout(200)
@Execution(CONCURRENT)
class ApprovalTest {

  @Test
  void withoutATerminal_anotherProcessApproves() {
    SampleRun run = SampleRun.of("approval").assertEndedWell().assertShown("approval");

    assertThat(run.out())
        .contains("Another process answers: approve", "complete: ok, ", "(exit code 0)")
        .contains("Result: 250 of 300 approved for the offsite")
        .doesNotContain("withdrawn");
  }

  @Test
  void rejection_isAFailureThatTheWorkflowHandles() {
    SampleRun run = SampleRun.of("approval", "--answer=reject").assertEndedWell();

    assertThat(run.out())
        .contains("fail: ok, ", "Result: the offsite rejected: no budget left")
        .doesNotContain("approved");
  }

  @Test
  void lateAnswer_isRefused() {
    SampleRun run = SampleRun.of("approval", "--answer=late", "--patience=2s").assertEndedWell();

    assertThat(run.out())
        .contains("Result: nobody answered within 2 s")
        .contains("complete: not-found, ", "(exit code 3)")
        .doesNotContain("approved");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "types into sh")
  void commandThatIsShown_worksAsItIsTyped() throws Exception {
    try (SampleProcess sample = SampleProcess.start("approval", "--answer=none")) {
      assertThat(type(shown(sample, "complete"))).isZero();

      Ended run = sample.end();
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("Result: 300 of 300 approved");
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "types into sh")
  void rejectionThatIsShown_worksAsItIsTyped() throws Exception {
    try (SampleProcess sample = SampleProcess.start("approval", "--answer=none")) {
      assertThat(type(shown(sample, "fail"))).isZero();

      assertThat(sample.end().out()).contains("Result: the offsite rejected: too expensive");
    }
  }

  // A workflow that cannot read it must not try again for ever.
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "types into sh")
  void answerThatIsNoAmount_failsTheWorkflow() throws Exception {
    try (SampleProcess sample = SampleProcess.start("approval", "--answer=none")) {
      assertThat(type(shown(sample, "complete").replace("--json 300", "--json '\"much\"'")))
          .isZero();

      Ended run = sample.end();
      assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
      assertThat(run.err()).contains("The sample approval failed: ").containsOnlyOnce("\n");
    }
  }

  @Test
  void patienceThatIsOverBeforeTheQuestion_endsTheStory() {
    SampleRun run = SampleRun.of("approval", "--patience=1ms").assertEndedWell();

    assertThat(run.out()).contains("Result: nobody answered within 0 s");
  }

  @Test
  void answerThatDoesNotExist_isRefused() {
    SampleRun.of("approval", "--answer=maybe").assertRefused("but was 'maybe'");
    SampleRun.of("approval", "--patience=3").assertRefused("did you mean \"3s\"?");
  }

  private static String shown(SampleProcess sample, String report) {
    sample.awaitOutput(" fail --type ");
    return Pattern.compile("(?m)^\\S.* " + report + " .*$")
        .matcher(sample.out())
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow();
  }

  private static int type(String command) throws Exception {
    return new ProcessBuilder("sh", "-c", command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
