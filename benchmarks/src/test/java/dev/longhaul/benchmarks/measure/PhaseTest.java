package dev.longhaul.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseTest {
  private static final Duration RAMP = Duration.ofSeconds(1);
  private static final Duration MEASURED = Duration.ofSeconds(2);

  private final Phase phase = new Phase(RAMP, MEASURED);

  @Test
  void sample_hasTheCallsOfTheMeasuredTimeAlone() throws InterruptedException {
    List<Recorder> recorders = new ArrayList<>();
    Load load =
        recorder -> {
          recorders.add(recorder);
          return () -> answer(recorder, 1);
        };
    Phase.Result result =
        phase.run(load, time -> answer(recorders.get(0), time.equals(RAMP) ? 3 : 5));
    assertThat(result.sample().calls()).isEqualTo(5);
    assertThat(result.allCalls()).isEqualTo(3 + 5 + 1);
  }

  @Test
  void failedCall_failsThePhase_evenOneOfTheRamp() {
    IOException failure = new IOException("connection reset");
    Load load =
        recorder -> {
          recorder.answered(System.nanoTime(), failure);
          return () -> {};
        };
    assertThatThrownBy(() -> phase.run(load, time -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasCause(failure);
  }

  private static void answer(Recorder recorder, int calls) {
    for (int i = 0; i < calls; i++) {
      recorder.answered(System.nanoTime(), null);
    }
  }
}
