package dev.longhaul.benchmarks.soak;

import dev.longhaul.api.ActivityEnd;
import dev.longhaul.benchmarks.measure.Table;
import dev.longhaul.benchmarks.soak.server.Tally;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of a soak, for people. Immutable. */
record Report(List<Round> rounds, Verdict verdict, Map<ActivityEnd, Long> ends) {

  List<String> lines() {
    List<String> lines = new ArrayList<>(table().lines());
    lines.add("");
    lines.add(
        "explained by faults: %d tasks lost on their way to the worker, %d attempts whose heartbeats did not get through, %d outcomes told again"
            .formatted(verdict.lostTasks(), verdict.silenced(), verdict.repeated()));
    lines.add("ends that the worker saw: " + new EnumMap<>(ends));
    lines.add(verdict.passed() ? "passed" : "VIOLATED");
    verdict.violations().forEach(violation -> lines.add("  " + violation));
    return lines;
  }

  private Table table() {
    Table table =
        new Table(
            1,
            "",
            "activities",
            "attempts",
            "completed",
            "failed",
            "cancelled",
            "timed out",
            "heartbeats",
            "late outcomes",
            "faults",
            "recovered within ms",
            "heap KiB",
            "threads");
    for (int number = 0; number < rounds.size(); number++) {
      table.add(cells(number == 0 ? "warm-up" : "round " + number, rounds.get(number)));
    }
    return table;
  }

  private static String[] cells(String title, Round round) {
    Tally tally = round.tally();
    return new String[] {
      title,
      text(tally.scheduled()),
      text(tally.attempts()),
      text(tally.completed()),
      text(tally.failed()),
      text(tally.cancelled()),
      text(tally.timedOut()),
      text(tally.heartbeats()),
      text(tally.late()),
      text(round.outages().size()),
      text(round.outages().stream().mapToLong(Outage::recoveryMillis).max().orElse(0)),
      text(round.footprint().usedHeap() / 1024),
      text(round.footprint().threadCount())
    };
  }

  private static String text(long number) {
    return String.format(Locale.ROOT, "%d", number);
  }
}
