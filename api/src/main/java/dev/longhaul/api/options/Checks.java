package dev.longhaul.api.options;

/** What the constructors of options refuse. */
final class Checks {
  private Checks() {}

  static void that(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
