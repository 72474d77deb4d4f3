package dev.longhaul.benchmarks.calls;

import dev.longhaul.benchmarks.measure.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;

/** What Longhaul is held to: rates are the best median rates of a client under any load. */
final class Targets {
  private final Results results;

  Targets(Results results) {
    this.results = results;
  }

  /** One line for each target, with what was measured. */
  List<String> lines() {
    Table table = new Table(1, "target", "wanted", "completions", "heartbeats");
    atLeast(table, 2.5, Peers.LONGHAUL, Peers.SDK);
    atLeast(table, 0.85, Peers.LONGHAUL, Peers.STUBS);
    atLeast(table, 0.6, Peers.LONGHAUL, Peers.DIRECT_STUBS);
    atLeast(table, 0.85, Peers.LONGHAUL_ON_NETWORK, Peers.DIRECT_STUBS);
    add(table, "Longhaul: client CPU µs per call", "≤ 25", this::cpuMicros, cpu -> cpu <= 25);
    return table.lines();
  }

  private void atLeast(Table table, double ratio, String peer, String other) {
    add(
        table,
        peer + " ÷ " + other,
        "≥ " + ratio,
        operation -> ratio(operation, peer, other),
        measured -> measured >= ratio);
  }

  private static void add(
      Table table,
      String title,
      String wanted,
      Function<Operation, Optional<Double>> value,
      DoublePredicate reached) {
    table.add(
        title,
        wanted,
        cell(value.apply(Operation.COMPLETION), reached),
        cell(value.apply(Operation.HEARTBEAT), reached));
  }

  private static String cell(Optional<Double> value, DoublePredicate reached) {
    return value
        .map(
            measured ->
                String.format(Locale.ROOT, "%.2f", measured)
                    + (reached.test(measured) ? "" : " missed"))
        .orElse("not measured");
  }

  private Optional<Double> ratio(Operation operation, String peer, String other) {
    return bestRate(operation, peer)
        .flatMap(rate -> bestRate(operation, other).map(otherRate -> rate / otherRate));
  }

  private Optional<Double> bestRate(Operation operation, String peer) {
    return results.best(operation, peer).flatMap(results::rate);
  }

  private Optional<Double> cpuMicros(Operation operation) {
    return results
        .best(operation, Peers.LONGHAUL)
        .map(
            row ->
                results
                    .spread(row, measurement -> measurement.sample().cpuMicrosPerCall())
                    .median());
  }
}
