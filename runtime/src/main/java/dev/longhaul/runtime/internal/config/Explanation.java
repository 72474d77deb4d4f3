package dev.longhaul.runtime.internal.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells settings and their sources. */
public final class Explanation {
  private Explanation() {}

  /** Rows as a text table, a line each, in three columns. */
  public static String table(List<Explained> rows) {
    int keys = rows.stream().mapToInt(row -> row.key().length()).max().orElse(0);
    int values = rows.stream().mapToInt(row -> row.value().length()).max().orElse(0);
    return rows.stream()
        .map(
            row ->
                "  "
                    + padded(row.key(), keys)
                    + "  "
                    + padded(row.value(), values)
                    + "  "
                    + row.source())
        // A line break in a value must not look like a line of the log.
        .map(line -> line.replaceAll("\\p{Cntrl}", "?"))
        .collect(Collectors.joining("\n"));
  }

  /**
   * What configuration says of handlers, or of task queues: everything that holds for all of them,
   * and of single ones what it sets. The annotations of handlers stand between the two.
   */
  public static List<Explained> group(Group group, Values values) {
    List<Explained> rows = new ArrayList<>();
    for (String name : group.always()) {
      group.settings().forEach(setting -> rows.add(explain(group, values, name, setting)));
    }
    for (String name : names(group, values)) {
      group.settings().stream()
          .filter(setting -> values.find(group, name, setting.key()).isPresent())
          .map(setting -> explain(group, values, name, setting))
          .forEach(rows::add);
    }
    return rows;
  }

  private static Explained explain(Group group, Values values, String name, Setting<?> setting) {
    Choice choice =
        values
            .find(group, name, setting.key())
            .map(Choice::of)
            .orElseGet(() -> Choice.builtIn(setting));
    return new Explained(
        group.key(name, setting.key()),
        choice.text().isEmpty() ? Explained.NONE : setting.kind().shown(choice.text()),
        choice.source());
  }

  // The environment tells a name in capitals alone, if no other source tells it better.
  private static Set<String> names(Group group, Values values) {
    Set<String> names = new TreeSet<>();
    values.layers().forEach(layer -> names.addAll(layer.names(group).keySet()));
    group
        .always()
        .forEach(name -> names.removeAll(Set.of(name, EnvironmentSource.canonical(name))));
    Set<String> written = new TreeSet<>(names);
    names.removeIf(
        name ->
            written.stream()
                .anyMatch(
                    other ->
                        !other.equals(name) && EnvironmentSource.canonical(other).equals(name)));
    return names;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
