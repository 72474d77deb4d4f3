package dev.longhaul.runtime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes a runtime when the JVM shuts down, on SIGTERM for example. Thread-safe. */
final class ShutdownHook {
  private static final Logger LOG = LoggerFactory.getLogger(ShutdownHook.class);

  private final Thread thread;

  ShutdownHook(Runnable close) {
    thread =
        new Thread(
            () -> {
              LOG.info("the JVM shuts down, and waits until this runtime is closed");
              close.run();
            },
            "longhaul-shutdown");
  }

  /**
   * From now on.
   *
   * @throws IllegalStateException if the JVM is shutting down
   */
  void install() {
    Runtime.getRuntime().addShutdownHook(thread);
  }

  /** Not any more; without effect if it was not installed. */
  void remove() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException e) {
      // The JVM shuts down already: the hook runs, or has run.
    }
  }
}
