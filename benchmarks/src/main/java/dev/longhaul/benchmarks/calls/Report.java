package dev.longhaul.benchmarks.calls;

import dev.longhaul.benchmarks.calls.Measurement.Row;
import dev.longhaul.benchmarks.measure.Spread;
import dev.longhaul.benchmarks.measure.Table;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What one run measured, for people. */
final class Report {
  private static final int TEXT_COLUMNS = 3;

  private final Results results;

  Report(Results results) {
    this.results = results;
  }

  /** One line for each client under each load: medians over the rounds, and the spread of rates. */
  List<String> lines() {
    Table table =
        new Table(
            TEXT_COLUMNS,
            "calls",
            "load",
            "client",
            "calls/s",
            "min",
            "max",
            "× SDK",
            "× stubs",
            "× direct",
            "CPU µs/call",
            "B/call",
            "p50 µs",
            "p99 µs",
            "server µs/call");
    results.rows().forEach(row -> table.add(cells(row)));
    return table.lines();
  }

  private String[] cells(Row row) {
    Spread rate = results.spread(row, measurement -> measurement.sample().rate());
    return new String[] {
      row.operation().title(),
      row.load(),
      row.peer(),
      format("%.0f", rate.median()),
      format("%.0f", rate.min()),
      format("%.0f", rate.max()),
      ratio(row, Peers.SDK),
      ratio(row, Peers.STUBS),
      ratio(row, Peers.DIRECT_STUBS),
      median(row, "%.1f", measurement -> measurement.sample().cpuMicrosPerCall()),
      median(row, "%.0f", measurement -> measurement.sample().bytesPerCall()),
      median(row, "%.0f", measurement -> measurement.sample().p50().toNanos() / 1e3),
      median(row, "%.0f", measurement -> measurement.sample().p99().toNanos() / 1e3),
      median(row, "%.1f", Measurement::serverMicrosPerCall)
    };
  }

  // Of the median rates under the same load.
  private String ratio(Row row, String peer) {
    Row other = new Row(row.operation(), row.load(), peer);
    return results
        .rate(other)
        .map(rate -> format("%.2f", results.rate(row).orElseThrow() / rate))
        .orElse("");
  }

  private String median(Row row, String format, ToDoubleFunction<Measurement> value) {
    return format(format, results.spread(row, value).median());
  }

  private static String format(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
