package dev.longhaul.runtime.internal.dispatch;

import org.jspecify.annotations.Nullable;

/** Makes the work of a handler's attempts. Thread-safe. */
@FunctionalInterface
public interface Works<H> {

  /**
   * The work of another attempt, which has not started.
   *
   * @param permit of the process
   * @param room of the handler, if it has a limit
   */
  HandlerWork<H> create(Station<H> station, Permits.Permit permit, Permits.@Nullable Permit room);
}
