package dev.longhaul.runtime;

import java.util.List;
import java.util.StringJoiner;

/** Several problems in one message. */
final class Problems {
  private Problems() {}

  static String numbered(String title, List<String> problems) {
    StringJoiner lines = new StringJoiner("\n", title + ":\n", "");
    for (int i = 0; i < problems.size(); i++) {
      lines.add("  " + (i + 1) + ") " + problems.get(i));
    }
    return lines.toString();
  }
}
