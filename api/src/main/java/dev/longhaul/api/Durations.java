package dev.longhaul.api;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text form of durations in annotations and configuration: {@code 250ms}, {@code 30s}, {@code
 * 5m}, {@code 1h30m}, {@code 2d} or ISO-8601's {@code PT30S}.
 */
public final class Durations {
  private static final Pattern PART = Pattern.compile("(\\d+)(ms|d|h|m|s)");
  private static final String FORMS = "write it like \"30s\", \"5m\", \"1h30m\" or \"PT30S\"";

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException if the text is none, is zero or negative, or does not fit
   */
  public static Duration parse(String text) {
    Duration duration = text.startsWith("P") ? parseIso(text) : parseUnits(text);
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("\"" + text + "\" is not a positive duration; " + FORMS);
    }
    return duration;
  }

  /** Writes a duration as {@link #parse} reads it. */
  public static String format(Duration duration) {
    return duration.toNanosPart() % 1_000_000 != 0 || duration.isZero() || duration.isNegative()
        ? duration.toString()
        : part(duration.toDaysPart(), "d")
            + part(duration.toHoursPart(), "h")
            + part(duration.toMinutesPart(), "m")
            + part(duration.toSecondsPart(), "s")
            + part(duration.toMillisPart(), "ms");
  }

  private static String part(long amount, String unit) {
    return amount == 0 ? "" : amount + unit;
  }

  private static Duration parseIso(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a duration; " + FORMS, e);
    }
  }

  private static Duration parseUnits(String text) {
    Matcher matcher = PART.matcher(text.toLowerCase(Locale.ROOT));
    Duration sum = Duration.ZERO;
    long lastUnit = Long.MAX_VALUE;
    int end = 0;
    while (end < text.length() && matcher.find(end) && matcher.start() == end) {
      long unit = unitMillis(matcher.group(2));
      if (unit >= lastUnit) {
        break; // 30s5m or 5s5s: more likely a slip than a sum
      }
      sum = plus(text, sum, matcher.group(1), unit);
      lastUnit = unit;
      end = matcher.end();
    }
    if (end == 0 || end != text.length()) {
      throw new IllegalArgumentException(
          text.matches("\\d+")
              ? "\""
                  + text
                  + "\" has no unit, so it is no duration; did you mean \""
                  + text
                  + "s\"?"
              : "\"" + text + "\" is not a duration; " + FORMS);
    }
    return sum;
  }

  private static Duration plus(String text, Duration sum, String amount, long unitMillis) {
    try {
      return sum.plusMillis(Math.multiplyExact(Long.parseLong(amount), unitMillis));
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException("\"" + text + "\" is longer than a duration can be", e);
    }
  }

  private static long unitMillis(String unit) {
    return switch (unit) {
      case "ms" -> 1;
      case "s" -> 1_000;
      case "m" -> 60_000;
      case "h" -> 3_600_000;
      default -> 86_400_000;
    };
  }
}
