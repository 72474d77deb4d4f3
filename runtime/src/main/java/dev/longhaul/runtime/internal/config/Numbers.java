package dev.longhaul.runtime.internal.config;

/** Reads numbers, or throws an {@link IllegalArgumentException}. */
final class Numbers {
  private Numbers() {}

  /** How many at most; 0 for no limit. */
  static int limit(String text) {
    int limit;
    try {
      limit = Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no whole number up to " + Integer.MAX_VALUE + "; write one", e);
    }
    if (limit < 0) {
      throw new IllegalArgumentException(text + " is below 0; write 0 for no limit");
    }
    return limit;
  }

  /** How many in a second; 0 for no limit. */
  static double rate(String text) {
    double rate;
    try {
      rate = Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no number; write one", e);
    }
    if (!Double.isFinite(rate) || rate < 0) {
      throw new IllegalArgumentException(
          text + " is no rate; write how many start in a second, or 0 for no limit");
    }
    return rate;
  }
}
