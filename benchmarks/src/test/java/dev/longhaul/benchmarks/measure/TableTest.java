package dev.longhaul.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void lines_areMarkdownWithNumbersToTheRight() {
    Table table = new Table(1, "client", "calls/s");
    table.add("Longhaul", "60000");
    table.add("other", "9");
    assertThat(table.lines())
        .containsExactly(
            "| client   | calls/s |",
            "|----------|--------:|",
            "| Longhaul |   60000 |",
            "| other    |       9 |");
  }

  @Test
  void row_ofAnotherWidth_isRefused() {
    Table table = new Table(1, "client", "calls/s");
    assertThatThrownBy(() -> table.add("Longhaul")).isInstanceOf(IllegalArgumentException.class);
  }
}
