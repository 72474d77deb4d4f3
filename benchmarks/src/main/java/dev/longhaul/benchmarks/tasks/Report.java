package dev.longhaul.benchmarks.tasks;

import dev.longhaul.benchmarks.measure.Spread;
import dev.longhaul.benchmarks.measure.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What one run measured, for people. */
final class Report {
  private static final int TEXT_COLUMNS = 2;

  private final Results results;

  Report(Results results) {
    this.results = results;
  }

  /** One line for each subject: medians over the rounds, and the spread of rates. */
  List<String> lines() {
    Table table =
        new Table(
            TEXT_COLUMNS,
            "form",
            "worker",
            "tasks/s",
            "min",
            "max",
            "÷ SDK",
            "CPU µs/task",
            "B/task",
            "threads",
            "server µs/task");
    results.subjects().stream()
        .sorted(Comparator.comparing(Subject::form)) // stable
        .forEach(subject -> table.add(cells(subject)));
    return table.lines();
  }

  private String[] cells(Subject subject) {
    Spread rate = results.spread(subject, Measurement::rate);
    return new String[] {
      subject.form().title(),
      subject.worker(),
      format("%.0f", rate.median()),
      format("%.0f", rate.min()),
      format("%.0f", rate.max()),
      results
          .bestOfSdk(subject.form())
          .map(sdk -> format("%.2f", rate.median() / results.rate(sdk)))
          .orElse(""),
      median(subject, "%.1f", Measurement::cpuMicrosPerTask),
      median(subject, "%.0f", Measurement::bytesPerTask),
      median(subject, "%.0f", Measurement::threads),
      median(subject, "%.1f", Measurement::serverMicrosPerTask)
    };
  }

  private String median(Subject subject, String format, ToDoubleFunction<Measurement> value) {
    return format(format, results.spread(subject, value).median());
  }

  private static String format(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
