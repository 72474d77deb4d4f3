package dev.longhaul.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.benchmarks.Benchmarks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallsBenchmarkTest {
  private static final List<String> PEERS =
      List.of(
          Peers.LONGHAUL, Peers.LONGHAUL_ON_NETWORK, Peers.SDK, Peers.STUBS, Peers.DIRECT_STUBS);
  private static final List<String> SHAPES = List.of("1 caller", "3 callers", "4 in flight");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void run_printsALineForEachClientOperationAndLoad_andAllMeasurementsAsCsv() throws IOException {
    Path csv = folder.resolve("measured.csv");
    int exit =
        Benchmarks.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            ("calls --rounds 2 --seconds 0.02 --ramp 0.02 --warm-up 0.02 --callers 1,3 --in-flight 4"
                    + " --csv "
                    + csv)
                .split(" "));

    assertThat(exit).as(err.toString()).isZero();
    for (Operation operation : Operation.values()) {
      for (String shape : SHAPES) {
        for (String peer : PEERS) {
          assertThat(out.toString())
              .containsPattern(
                  "\\| *"
                      + operation.title()
                      + " *\\| *"
                      + shape
                      + " *\\| *"
                      + peer
                      + " *\\| *\\d");
        }
      }
    }
    assertThat(out.toString()).contains("Longhaul ÷ Java SDK").doesNotContain("not measured");
    assertThat(Files.readAllLines(csv))
        .hasSize(1 + 2 * Operation.values().length * SHAPES.size() * PEERS.size());
  }

  @Test
  void unknownOption_isRefused() {
    int exit =
        Benchmarks.run(new PrintWriter(out, true), new PrintWriter(err, true), "calls", "--round");
    assertThat(exit).isNotZero();
    assertThat(err.toString()).contains("--round");
  }
}
