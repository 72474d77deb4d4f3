package dev.longhaul.benchmarks.tasks;

/** A worker that polls from its start on. */
@FunctionalInterface
interface Worker extends AutoCloseable {

  /** Something that can be started again and again. */
  @FunctionalInterface
  interface Starter {

    /** Starts to poll the server at this target. */
    Worker start(String target);
  }

  @Override
  void close();
}
