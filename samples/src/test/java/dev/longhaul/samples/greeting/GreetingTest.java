package dev.longhaul.samples.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.longhaul.samples.SampleRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;

@Timeout(100)
@Execution(CONCURRENT)
class GreetingTest {

  // The second sequence is ready first, and yet comes last.
  @Test
  void sequencesThatRunInParallel_areMergedInOrder_andAFailureByTokenIsHandled() {
    SampleRun run = SampleRun.of("greeting").assertEndedWell().assertShown("greeting");

    assertThat(run.out())
        .containsSubsequence(
            "\"Goodbye Bo\" fails, by thread greeter",
            "\"Goodbye Maximiliana\" completes, by thread greeter",
            "merged: Hello Maximiliana! Goodbye Maximiliana! Hello Bo! (Bo has left.)");
  }

  @Test
  void peopleWhoWait_getAllTheirGreetings() {
    SampleRun run = SampleRun.of("greeting", "Leopold", "Henriette").assertEndedWell();

    assertThat(run.out())
        .contains("merged: Hello Leopold! Goodbye Leopold! Hello Henriette! Goodbye Henriette!")
        .doesNotContain("fails");
  }

  @Test
  void thirdPerson_isRefused() {
    SampleRun.of("greeting", "Ann", "Bea", "Cid").assertRefused("'Cid'");
  }
}
