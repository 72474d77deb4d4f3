package dev.longhaul.samples.quickstart.report;

import java.time.Duration;
import java.util.Locale;

/** Percentages as style sheets take them. */
final class Percent {
  private Percent() {}

  static String of(long part, long whole) {
    double share = whole == 0 ? 0 : (double) part / whole;
    return String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }

  static String of(Duration part, Duration whole) {
    return of(part.toNanos(), whole.toNanos());
  }
}
