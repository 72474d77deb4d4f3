package dev.longhaul.benchmarks.calls;

import dev.longhaul.benchmarks.calls.Measurement.Row;
import dev.longhaul.benchmarks.measure.Spread;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The measurements of one run by rows. Immutable. */
final class Results {
  private final Map<Row, List<Measurement>> byRow;

  Results(List<Measurement> measurements) {
    byRow =
        measurements.stream()
            .collect(
                Collectors.groupingBy(
                    Measurement::row, LinkedHashMap::new, Collectors.toUnmodifiableList()));
  }

  /** In the order in which they were measured first. */
  Set<Row> rows() {
    return byRow.keySet();
  }

  /** Over the rounds of a row. */
  Spread spread(Row row, ToDoubleFunction<Measurement> value) {
    return Spread.of(byRow.getOrDefault(row, List.of()).stream().mapToDouble(value));
  }

  /** The median rate of a row, unless it was not measured. */
  Optional<Double> rate(Row row) {
    return byRow.containsKey(row)
        ? Optional.of(spread(row, measurement -> measurement.sample().rate()).median())
        : Optional.empty();
  }

  /** The load under which a client has its best median rate, unless it was not measured. */
  Optional<Row> best(Operation operation, String peer) {
    return rows().stream()
        .filter(row -> row.operation() == operation && row.peer().equals(peer))
        .max(Comparator.comparingDouble(row -> rate(row).orElse(0.0)));
  }
}
