package dev.longhaul.benchmarks.activities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.benchmarks.measure.Usage;
import dev.longhaul.benchmarks.server.Watched;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ActivitiesReportTest {

  @Test
  void figuresWithinWhatIsWanted_areNotMarked() {
    assertThat(String.join("\n", report(Duration.ofMillis(249), 500, 0, 1024)))
        .contains("249.00 ms", "50.0 %", "1,024 B")
        .doesNotContain("missed");
  }

  @Test
  void figuresBeyondWhatIsWanted_areMarked() {
    assertThat(report(Duration.ofMillis(250), 501, 1, 1025))
        .filteredOn(line -> line.contains("missed"))
        .hasSize(4)
        .anyMatch(line -> line.contains("lateness p99"))
        .anyMatch(line -> line.contains("heartbeat timeouts"))
        .anyMatch(line -> line.contains("processor time"))
        .anyMatch(line -> line.contains("heap per activity"));
  }

  private static List<String> report(
      Duration p99, long cpuMillis, long timedOut, long heapPerActivity) {
    Result result =
        new Result(
            10,
            Duration.ofSeconds(10),
            Duration.ofMillis(12_500),
            new Lateness(new Quantiles(5, 1, p99.toNanos(), p99.toNanos()), List.of(), 0),
            new Usage(
                TimeUnit.SECONDS.toNanos(1), TimeUnit.MILLISECONDS.toNanos(cpuMillis), 1_000_000),
            5,
            20,
            OptionalLong.empty(),
            500 + 10 * heapPerActivity,
            500,
            Duration.ofMillis(1),
            new Watched(5, 10, 0, timedOut, TimeUnit.SECONDS.toNanos(10)));
    return new ActivitiesReport(result).lines();
  }
}
