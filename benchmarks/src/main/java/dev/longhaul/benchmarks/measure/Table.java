package dev.longhaul.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of text in Markdown, aligned for terminals. Not thread-safe. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();
  private final int texts;

  /**
   * An empty table.
   *
   * @param texts how many of the first columns are text; the others are numbers, set to the right
   */
  public Table(int texts, String... titles) {
    this.texts = texts;
    rows.add(List.of(titles));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not a cell for each title
   */
  public void add(String... cells) {
    int columns = rows.get(0).size();
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "a row of " + cells.length + " cells in a table of " + columns + " columns");
    }
    rows.add(List.of(cells));
  }

  /** The lines of the table. */
  public List<String> lines() {
    int[] widths = widths();
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add(line(row, widths));
    }
    lines.add(1, rule(widths));
    return lines;
  }

  private int[] widths() {
    return IntStream.range(0, rows.get(0).size())
        .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
        .toArray();
  }

  private String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(column -> padded(row.get(column), column, widths[column]))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private String padded(String cell, int column, int width) {
    String space = " ".repeat(width - cell.length());
    return column < texts ? cell + space : space + cell;
  }

  private String rule(int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(column -> "-".repeat(widths[column] + 1) + (column < texts ? "-" : ":"))
        .collect(Collectors.joining("|", "|", "|"));
  }
}
