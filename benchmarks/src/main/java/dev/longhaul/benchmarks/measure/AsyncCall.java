package dev.longhaul.benchmarks.measure;

import org.jspecify.annotations.Nullable;

/** A call that returns before it is answered. */
@FunctionalInterface
public interface AsyncCall {

  /** Starts the call. */
  void start(Answered answered);

  /** Is told once, on any thread. */
  @FunctionalInterface
  interface Answered {

    /** The call was answered: with what it asked for, or with a failure. */
    void answered(@Nullable Throwable failure);
  }
}
