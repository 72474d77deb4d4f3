package dev.longhaul.benchmarks.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.benchmarks.measure.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final Worker.Starter NO_STARTER =
      target -> {
        throw new UnsupportedOperationException();
      };
  private static final Subject LONGHAUL = subject(Form.STAGE, "Longhaul, 5 pollers");
  private static final Subject SLOW_SDK = subject(Form.BLOCKING, "Java SDK, slow");
  private static final Subject FAST_SDK = subject(Form.BLOCKING, "Java SDK, fast");

  // In one second.
  private final Results results =
      new Results(
          List.of(
              measured(LONGHAUL, 200, 60),
              measured(SLOW_SDK, 50, 200),
              measured(FAST_SDK, 100, 150),
              measured(LONGHAUL, 100, 90),
              measured(LONGHAUL, 300, 80)));

  @Test
  void stages_areComparedToTheBestOfWhatTheSdkDoesInstead() {
    assertThat(results.bestOfSdk(Form.STAGE)).contains(FAST_SDK);
    assertThat(line(new Report(results).lines(), "Longhaul")).contains("200", "100", "300", "2.00");
  }

  @Test
  void targets_tellWhatWasReached_missed_andNotMeasured() {
    assertThat(line(new Targets(results).lines(), "Longhaul ÷ Java SDK"))
        .matches(".*\\| not measured \\| +2\\.00 \\| not measured \\|");
    assertThat(line(new Targets(results).lines(), "Longhaul: CPU")).contains("80.00 missed");
  }

  private static String line(List<String> lines, String part) {
    return lines.stream().filter(line -> line.contains(part)).findFirst().orElseThrow();
  }

  private static Subject subject(Form form, String worker) {
    return new Subject(form, worker, NO_STARTER);
  }

  private static Measurement measured(Subject subject, long tasks, long cpuMicrosPerTask) {
    return new Measurement(
        subject, tasks, new Usage(1_000_000_000, tasks * cpuMicrosPerTask * 1_000, 0), 1, 0);
  }
}
