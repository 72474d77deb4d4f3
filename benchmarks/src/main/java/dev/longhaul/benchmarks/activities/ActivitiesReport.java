package dev.longhaul.benchmarks.activities;

import dev.longhaul.api.Durations;
import dev.longhaul.benchmarks.measure.Table;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What one run measured, for people, and what it is held to. */
final class ActivitiesReport {
  static final Duration WANTED_P99 = Duration.ofMillis(250);
  private static final double WANTED_CORE_SHARE = 0.5;
  private static final long WANTED_HEAP = 1024;
  private static final double MIB = 1024.0 * 1024;

  private final Result result;
  private final Table table = new Table(1, "", "measured", "wanted");

  ActivitiesReport(Result result) {
    this.result = result;
  }

  /** A line for each figure. */
  List<String> lines() {
    row("activities", number(result.activities()));
    row("heartbeat interval", Durations.format(result.interval()));
    row("heartbeat timeout", Durations.format(result.timeout()));
    schedule();
    process();
    row("completed at the end", number(result.watched().completed()));
    row("time until all were", seconds(result.completing().toNanos()));
    return table.lines();
  }

  private void schedule() {
    Lateness lateness = result.lateness();
    double measured = result.usage().nanos() / 1e9;
    row("measured time", seconds(result.usage().nanos()));
    row("heartbeats sent, with their lateness", number(lateness.all().count()));
    row("heartbeats at the server", number(result.arrived()));
    row("heartbeats per second", number(Math.round(result.arrived() / measured)));
    row("lateness p50", millis(lateness.all().p50()));
    row(
        "lateness p99",
        millis(lateness.all().p99()),
        "< " + WANTED_P99.toMillis() + " ms",
        lateness.all().p99() < WANTED_P99.toNanos());
    row("lateness max", millis(lateness.all().max()));
    row("failed heartbeats", number(lateness.failed()), "0", lateness.failed() == 0);
    row("longest time without a heartbeat", seconds(result.watched().longestNanos()));
    row(
        "heartbeat timeouts",
        number(result.watched().timedOut()),
        "0",
        result.watched().timedOut() == 0);
  }

  private void process() {
    row(
        "processor time, of one core",
        String.format(Locale.ROOT, "%.1f %%", 100 * result.coreShare()),
        String.format(Locale.ROOT, "≤ %.0f %%", 100 * WANTED_CORE_SHARE),
        result.coreShare() <= WANTED_CORE_SHARE);
    row(
        "heap per activity",
        number(result.heapPerActivity()) + " B",
        "≤ " + number(WANTED_HEAP) + " B",
        result.heapPerActivity() <= WANTED_HEAP);
    row("heap after garbage collection", mebibytes(result.usedHeap()));
    row(
        "resident memory",
        result.residentBytes().isPresent()
            ? mebibytes(result.residentBytes().getAsLong())
            : "unknown");
    row("threads", number(result.threads()));
  }

  private void row(String title, String measured) {
    table.add(title, measured, "");
  }

  private void row(String title, String measured, String wanted, boolean reached) {
    table.add(title, measured + (reached ? "" : " missed"), wanted);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.2f ms", nanos / (double) TimeUnit.MILLISECONDS.toNanos(1));
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f s", nanos / (double) TimeUnit.SECONDS.toNanos(1));
  }

  private static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%.0f MiB", bytes / MIB);
  }
}
