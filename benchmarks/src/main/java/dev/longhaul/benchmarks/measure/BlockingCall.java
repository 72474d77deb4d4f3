package dev.longhaul.benchmarks.measure;

/** A call that returns when it was answered. */
@FunctionalInterface
public interface BlockingCall {

  /** Calls, and throws if the answer is a failure. */
  void call() throws Exception;
}
