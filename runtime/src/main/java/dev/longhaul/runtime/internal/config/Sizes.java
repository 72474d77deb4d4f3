package dev.longhaul.runtime.internal.config;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text form of sizes: {@code 65536}, {@code 512KiB}, {@code 4MiB}, {@code 4 MB}. */
final class Sizes {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,10})\\s*([a-z]*)");
  private static final long KIB = 1024;
  private static final Map<String, Long> UNITS =
      Map.of(
          "",
          1L,
          "b",
          1L,
          "kb",
          1_000L,
          "mb",
          1_000_000L,
          "gb",
          1_000_000_000L,
          "kib",
          KIB,
          "mib",
          KIB * KIB,
          "gib",
          KIB * KIB * KIB);

  private Sizes() {}

  /**
   * Reads a size; {@code KB} are 1000 bytes, {@code KiB} 1024.
   *
   * @throws IllegalArgumentException if the text is none, or is more than an array can hold
   */
  static int parse(String text) {
    Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    Long unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a size; write it like 512KiB, 4MiB, 4MB or, in bytes, 65536");
    }
    // At most 10 digits and a unit of 2^30: this fits.
    long bytes = Long.parseLong(matcher.group(1)) * unit;
    if (bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("\"" + text + "\" is too large; write one below 2GiB");
    }
    return (int) bytes;
  }

  /** Writes a size as {@link #parse} reads it. */
  static String format(int bytes) {
    if (bytes != 0 && bytes % (KIB * KIB) == 0) {
      return bytes / (KIB * KIB) + "MiB";
    }
    return bytes != 0 && bytes % KIB == 0 ? bytes / KIB + "KiB" : Integer.toString(bytes);
  }
}
