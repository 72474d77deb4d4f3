package dev.longhaul.samples.common;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
public final class Text {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private Text() {}

  /** In decimal units, such as {@code 1.2 MB}. */
  public static String bytes(long bytes) {
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
  public static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  /**
   * In the unit that reads best, without decimals where there are none: {@code 0.5 s}, {@code 2
   * min}.
   */
  public static String shortly(Duration time) {
    long seconds = time.toSeconds();
    if (time.toMillisPart() != 0) {
      return seconds(time);
    }
    return seconds % 60 == 0 && seconds > 0 ? time.toMinutes() + " min" : seconds + " s";
  }

  /** Without decimals; of nothing, it is {@code 100 %}. */
  public static String percent(long part, long whole) {
    return whole == 0 ? "100 %" : Math.round(100.0 * part / whole) + " %";
  }

  /** Such as {@code 1 file} and {@code 2 files}. */
  public static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
