package dev.longhaul.benchmarks.tasks;

import java.util.Locale;

/** How activities complete. */
enum Form {
  BLOCKING,
  STAGE,
  EXTERNAL;

  /** As in a table. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the Java SDK does instead; it has no stages. */
  Form ofSdk() {
    return this == EXTERNAL ? EXTERNAL : BLOCKING;
  }
}
