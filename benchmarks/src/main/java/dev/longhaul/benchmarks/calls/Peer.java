package dev.longhaul.benchmarks.calls;

import dev.longhaul.benchmarks.measure.BlockingCall;
import dev.longhaul.benchmarks.measure.Load;

/**
 * A client of the service, with a connection of its own. Each call is about one of {@link
 * Activities#TOKENS} and carries {@link Activities#VALUE}.
 */
interface Peer extends AutoCloseable {

  /** As in a table. */
  String title();

  /** A call that waits for its answer. */
  BlockingCall blocking(Operation operation);

  /** Calls of which this many are in flight, by whatever means the client has for that. */
  Load inFlight(Operation operation, int limit);

  @Override
  void close();
}
