package dev.longhaul.runtime;

import java.util.List;

/** A runtime or client cannot start; the message numbers everything that is wrong. */
public final class LonghaulStartException extends RuntimeException {
  private final List<String> problems;

  LonghaulStartException(List<String> problems) {
    super(Problems.numbered("Longhaul cannot start", problems));
    this.problems = List.copyOf(problems);
  }

  LonghaulStartException(List<String> problems, Throwable cause) {
    this(problems);
    initCause(cause);
  }

  /** What is wrong, a sentence or two each. */
  public List<String> problems() {
    return problems;
  }
}
