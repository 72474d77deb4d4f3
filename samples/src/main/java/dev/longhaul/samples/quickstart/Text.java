package dev.longhaul.samples.quickstart;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Text {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private Text() {}

  /** In decimal units, such as {@code 1.2 MB}. */
  static String bytes(long bytes) {
    double amount = bytes;
    int unit = 0;
    // What would be printed as 1000.0 belongs to the next unit.
    while (amount >= 999.95 && unit < UNITS.length - 1) {
      amount /= 1000;
      unit++;
    }
    return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
  }

  /** With one decimal, such as {@code 5.3 s}. */
  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  /** Without decimals; of nothing, it is {@code 100 %}. */
  static String percent(long part, long whole) {
    return whole == 0 ? "100 %" : Math.round(100.0 * part / whole) + " %";
  }

  /** Such as {@code 1 file} and {@code 2 files}. */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
