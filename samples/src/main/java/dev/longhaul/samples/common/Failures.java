package dev.longhaul.samples.common;

import io.temporal.failure.ApplicationFailure;

/** Failures as people read them. */
public final class Failures {
  private Failures() {}

  /** What the first cause says: a workflow's failure wraps the activity's, which wraps ours. */
  public static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof ApplicationFailure application
        ? application.getOriginalMessage()
        : cause.toString();
  }
}
