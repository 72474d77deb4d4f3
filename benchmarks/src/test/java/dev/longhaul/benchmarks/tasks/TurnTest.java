package dev.longhaul.benchmarks.tasks;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.benchmarks.server.Dealt;
import dev.longhaul.benchmarks.server.ServerProcess;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker that does not do its work has no numbers. */
class TurnTest {
  private static final Subject IDLE = new Subject(Form.BLOCKING, "idle", target -> () -> {});

  @Test
  void workerThatCompletesNothing_endsTheRun() {
    try (ServerProcess server = ServerProcess.dealing(10)) {
      assertThatThrownBy(() -> new Turn(Duration.ZERO, Duration.ofMillis(1), 0).take(server, IDLE))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("completed no task");
    }
  }

  @ParameterizedTest
  @CsvSource({"9, 0, 0", "9, 1, 0", "10, 0, 1"})
  void taskWithoutOutcome_withAnother_orWithTwo_endsTheRun(
      long completed, long failed, long unexpected) {
    assertThatThrownBy(() -> Turn.check(IDLE, new Dealt(12, 10, completed, failed, unexpected)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("each is to be completed once");
  }

  @Test
  void eachTaskCompletedOnce_isAsItShouldBe() {
    assertThatNoException().isThrownBy(() -> Turn.check(IDLE, new Dealt(12, 10, 10, 0, 0)));
  }
}
