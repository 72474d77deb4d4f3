package dev.longhaul.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation finds what it is there to find. */
class DefectTest {
  private static final long EVENTS = 60_000;
  private static final int SEEDS = 12;

  @ParameterizedTest
  @EnumSource
  void defect_breaksItsRule(Defect defect) throws Exception {
    DefectiveRuntime runtime = new DefectiveRuntime(defect);
    Rule broken = null;
    for (long seed = 1; seed <= SEEDS && broken == null; seed++) {
      broken = runtime.run(seed, EVENTS);
    }

    assertThat(defect.breaks()).contains(broken);
  }

  @Test
  void everyRule_isBrokenBySomeDefect() {
    assertThat(Arrays.stream(Defect.values()).map(defect -> defect.breaks().get(0)))
        .contains(Rule.values());
  }
}
