package dev.longhaul.benchmarks.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.benchmarks.Benchmarks;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class TasksBenchmarkTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void run_printsALineForEachWorkerInEachForm_andForEachProcessThatWasStarted() {
    int exit =
        run(
            "tasks --rounds 1 --seconds 1 --ramp 1 --warm-up 3 --starts 1 --open 20"
                + " --pollers 2 --sdk-pollers 2 --sdk-slots 5 --sdk-on-network true");

    assertThat(exit).as(err.toString()).isZero();
    for (Form form : Form.values()) {
      assertThat(out.toString())
          .containsPattern("\\| " + form.title() + " *\\| Longhaul, 2 pollers *\\| *\\d");
    }
    for (Form form : new Form[] {Form.BLOCKING, Form.EXTERNAL}) {
      assertThat(out.toString())
          .containsPattern(
              "\\| " + form.title() + " *\\| Java SDK, 2 pollers, 5 slots, on network *\\| *\\d");
    }
    assertThat(out.toString()).contains("Longhaul ÷ Java SDK").doesNotContain("not measured");
    assertThat(out.toString().lines().filter(line -> line.matches("\\| (Longhaul|Java).*")))
        .as("targets and started processes")
        .hasSize(4);
  }

  @Test
  void oneForm_isMeasuredBesideWhatTheSdkDoesInstead() {
    int exit =
        run(
            "tasks --form STAGE --rounds 1 --seconds 1 --ramp 1 --warm-up 3 --starts 0"
                + " --pollers 2 --sdk-pollers 2 --sdk-on-network true");

    assertThat(exit).as(err.toString()).isZero();
    assertThat(out.toString())
        .containsPattern("Longhaul ÷ Java SDK *\\| *≥ 2 \\| not measured \\| *\\d.*not measured")
        .doesNotContainPattern("external *\\| (Longhaul|Java)");
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void virtualThreads_whereThereAreNone_areRefused() {
    assertThat(run("tasks --sdk-virtual-threads false,true")).isEqualTo(2);
    assertThat(err.toString()).startsWith("--sdk-virtual-threads true needs Java 21, and this is ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void nothingToMeasure_isRefused() {
    assertThat(run("tasks --worker nobody")).isEqualTo(2);
    assertThat(err.toString()).startsWith("There is nothing to measure with ");
    assertThat(run("tasks --rounds 0")).isEqualTo(2);
    assertThat(run("tasks --seconds 0")).isEqualTo(2);
    assertThat(run("tasks --open 0")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  private int run(String arguments) {
    return Benchmarks.run(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.split(" "));
  }
}
