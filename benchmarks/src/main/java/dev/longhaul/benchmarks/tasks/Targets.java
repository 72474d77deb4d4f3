package dev.longhaul.benchmarks.tasks;

import dev.longhaul.benchmarks.measure.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** What Longhaul is held to, by the settings of each worker that are best in a form. */
final class Targets {
  private static final double RATIO = 2;
  private static final double CPU_MICROS = 70;

  private final Results results;

  Targets(Results results) {
    this.results = results;
  }

  /** One line for each target, with what was measured. */
  List<String> lines() {
    Table table =
        new Table(
            1,
            Stream.concat(
                    Stream.of("target", "wanted"), Arrays.stream(Form.values()).map(Form::title))
                .toArray(String[]::new));
    add(table, "Longhaul ÷ Java SDK", "≥ 2", this::ratio, ratio -> ratio >= RATIO);
    add(table, "Longhaul: CPU µs per task", "≤ 70", this::cpuMicros, cpu -> cpu <= CPU_MICROS);
    return table.lines();
  }

  private static void add(
      Table table,
      String title,
      String wanted,
      Function<Form, Optional<Double>> value,
      DoublePredicate reached) {
    table.add(
        Stream.concat(
                Stream.of(title, wanted),
                Arrays.stream(Form.values()).map(form -> cell(value.apply(form), reached)))
            .toArray(String[]::new));
  }

  private static String cell(Optional<Double> value, DoublePredicate reached) {
    return value
        .map(
            measured ->
                String.format(Locale.ROOT, "%.2f", measured)
                    + (reached.test(measured) ? "" : " missed"))
        .orElse("not measured");
  }

  private Optional<Double> ratio(Form form) {
    return results
        .bestOfLonghaul(form)
        .flatMap(
            longhaul ->
                results.bestOfSdk(form).map(sdk -> results.rate(longhaul) / results.rate(sdk)));
  }

  private Optional<Double> cpuMicros(Form form) {
    return results
        .bestOfLonghaul(form)
        .map(longhaul -> results.spread(longhaul, Measurement::cpuMicrosPerTask).median());
  }
}
