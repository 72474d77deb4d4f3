package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.functional.Controlled.Stage;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A process that closes its runtime with its JVM. */
class JvmShutdownTest {
  private static final String HOOK = "the JVM shuts down";

  /** By the convention of shells: 128 and the number of the signal. */
  private static final int ENDED_BY_SIGTERM = 143;

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private WorkflowStub workflow;

  // Nothing else ends the attempt before the workflow gives up.
  @BeforeEach
  void startWorkflow() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(
        Call.of("Stage", longhaul.activities()).startToClose(Duration.ofHours(1)).attempts(3));
  }

  @Test
  void terminatedProcess_failsItsActivity_soThatAnotherOneTakesOver() throws Exception {
    try (EndingProcess process = process("waits")) {
      assumeTrue(process.canBeTerminated());
      process.awaitActivity();
      process.terminate();

      assertThat(process.awaitEnd()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(process.said()).anyMatch(line -> line.contains(HOOK));
      assertTakenOver();
    }
  }

  @Test
  void processThatHasClosedItsRuntime_endsWithoutTheHook() throws Exception {
    try (EndingProcess process = process("closes")) {
      assertThat(process.awaitEnd()).isZero();
      assertThat(process.said()).noneMatch(line -> line.contains(HOOK));
      assertTakenOver();
    }
  }

  private EndingProcess process(String what) throws Exception {
    return EndingProcess.start(TemporalServer.get().target(), longhaul.activities(), what);
  }

  private void assertTakenOver() throws Exception {
    Controlled here = new Controlled();
    longhaul.startControlled(here);
    Stage second = here.nextStage();
    assertThat(second.context().attempt()).isEqualTo(2);
    second.result().complete("taken over");

    assertThat(workflow.getResult(60, TimeUnit.SECONDS, String.class)).isEqualTo("taken over");
  }
}
