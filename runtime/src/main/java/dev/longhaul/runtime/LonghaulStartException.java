package dev.longhaul.runtime;

import java.util.List;
import java.util.StringJoiner;

/** A runtime cannot start; the message numbers everything that is wrong. */
public final class LonghaulStartException extends RuntimeException {
  private final List<String> problems;

  LonghaulStartException(List<String> problems) {
    super(numbered(problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, a sentence or two each. */
  public List<String> problems() {
    return problems;
  }

  private static String numbered(List<String> problems) {
    StringJoiner lines = new StringJoiner("\n", "the runtime cannot start:\n", "");
    for (int i = 0; i < problems.size(); i++) {
      lines.add("  " + (i + 1) + ") " + problems.get(i));
    }
    return lines.toString();
  }
}
