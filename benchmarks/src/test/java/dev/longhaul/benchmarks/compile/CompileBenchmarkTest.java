package dev.longhaul.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.benchmarks.Benchmarks;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CompileBenchmarkTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void run_printsALineForEachWayToCompile() {
    int exit = run("compile", "--handlers", "3", "--rounds", "2", "--warm-up", "1");

    assertThat(exit).as(err.toString()).isZero();
    String number = " +\\d+ \\|";
    assertThat(out.toString().lines().skip(2))
        .hasSameSizeAs(Compiling.values())
        .allMatch(
            line -> line.matches("\\| [\\w ]+\\|" + number.repeat(3) + " +\\d+\\.\\d\\d \\|"));
    assertThat(out.toString()).contains("3 handlers").containsPattern("empty processor .* 1\\.00 ");
  }

  @Test
  void nothingToMeasure_isRefused() {
    assertThat(run("compile", "--handlers", "0")).isEqualTo(2);
    assertThat(err.toString()).startsWith("There is nothing to measure with --handlers 0 ");
    assertThat(run("compile", "--rounds", "0")).isEqualTo(2);
    assertThat(run("compile", "--warm-up", "-1")).isEqualTo(2);
  }

  private int run(String... arguments) {
    return Benchmarks.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
