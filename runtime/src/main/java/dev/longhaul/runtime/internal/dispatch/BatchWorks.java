package dev.longhaul.runtime.internal.dispatch;

/** How attempts are started that are worked on several at once. Thread-safe. */
@FunctionalInterface
public interface BatchWorks {

  /** What makes the work of this batch handler's attempts; asked once for each handler. */
  <H> Works<H> of(ConfiguredHandler<H> handler);
}
