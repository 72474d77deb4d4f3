package dev.longhaul.runtime.internal.convert;

import java.util.concurrent.CompletionException;

/** Throwables that come out of futures. */
public final class Thrown {
  private Thrown() {}

  /** What was thrown, without what futures wrap around it. */
  public static Throwable unwrapped(Throwable thrown) {
    return thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }
}
