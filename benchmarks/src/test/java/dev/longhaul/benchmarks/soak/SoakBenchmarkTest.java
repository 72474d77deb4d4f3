package dev.longhaul.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.benchmarks.Benchmarks;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SoakBenchmarkTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void memoryThatIsKeptOfEachAttempt_failsTheRun_andNothingElseDoes() {
    int exit = run("soak --time 8s --rate 20 --longest 2s --settling 1ms --seed 1 --leak 100000");

    assertThat(exit).as(out + "\n" + err).isEqualTo(1);
    assertThat(err.toString()).contains("seed 1");
    assertThat(out.toString()).containsPattern("\\| round 1 *\\| *1\\d\\d \\|");
    assertThat(out.toString().lines().dropWhile(line -> !line.equals("VIOLATED")).skip(1))
        .singleElement()
        .asString()
        .startsWith("  heap grew by ");
  }

  @Test
  void nothingToSee_isRefused() {
    assertThat(run("soak --rate 0")).isEqualTo(2);
    assertThat(err.toString()).startsWith("There is nothing to see with ");
    assertThat(run("soak --longest 0s")).isEqualTo(2);
    assertThat(run("soak --time 0s")).isEqualTo(2);
    assertThat(run("soak --leak -1")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  private int run(String arguments) {
    return Benchmarks.run(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.split(" "));
  }
}
