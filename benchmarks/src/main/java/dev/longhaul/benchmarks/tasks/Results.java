package dev.longhaul.benchmarks.tasks;

import dev.longhaul.benchmarks.measure.Spread;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The measurements of one run by their subjects. Immutable. */
final class Results {
  private final Map<Subject, List<Measurement>> bySubject;

  Results(List<Measurement> measurements) {
    bySubject =
        measurements.stream()
            .collect(
                Collectors.groupingBy(
                    Measurement::subject, LinkedHashMap::new, Collectors.toUnmodifiableList()));
  }

  /** In the order in which they were measured first. */
  Set<Subject> subjects() {
    return bySubject.keySet();
  }

  /** Over the rounds of a subject that was measured. */
  Spread spread(Subject subject, ToDoubleFunction<Measurement> value) {
    return Spread.of(bySubject.getOrDefault(subject, List.of()).stream().mapToDouble(value));
  }

  double rate(Subject subject) {
    return spread(subject, Measurement::rate).median();
  }

  /** The settings of Longhaul with the best median rate in this form. */
  Optional<Subject> bestOfLonghaul(Form form) {
    return best(form, true);
  }

  /**
   * The settings of the Java SDK with the best median rate in what it does instead of this form.
   */
  Optional<Subject> bestOfSdk(Form form) {
    return best(form.ofSdk(), false);
  }

  private Optional<Subject> best(Form form, boolean longhaul) {
    return subjects().stream()
        .filter(subject -> subject.form() == form && subject.isLonghaul() == longhaul)
        .max(Comparator.comparingDouble(this::rate));
  }
}
