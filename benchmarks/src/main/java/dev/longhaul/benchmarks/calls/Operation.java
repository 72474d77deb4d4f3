package dev.longhaul.benchmarks.calls;

/** What is called. */
enum Operation {
  COMPLETION,
  HEARTBEAT;

  /** As in a table. */
  String title() {
    return name().toLowerCase(java.util.Locale.ROOT) + "s";
  }
}
