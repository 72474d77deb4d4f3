package dev.longhaul.benchmarks.calls;

import dev.longhaul.benchmarks.measure.Callers;
import dev.longhaul.benchmarks.measure.Load;
import java.util.function.BiFunction;

/**
 * How calls are made, whoever makes them. Immutable.
 *
 * @param title as in a table
 */
record Shape(String title, BiFunction<Peer, Operation, Load> load) {

  /** Threads that wait for each answer. */
  static Shape callers(int count) {
    return new Shape(
        count == 1 ? "1 caller" : count + " callers",
        (peer, operation) -> new Callers(peer.blocking(operation), count));
  }

  /** Calls that nobody waits for one by one. */
  static Shape inFlight(int limit) {
    return new Shape(limit + " in flight", (peer, operation) -> peer.inFlight(operation, limit));
  }
}
