package dev.longhaul.testing;

import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.function.Supplier;

/** A server of which it is tested what it answers: the fake one or a real one. */
interface TestedServer extends AutoCloseable {
  /** One channel for all calls. */
  ManagedChannel channel();

  /** A workflow, which must be new, schedules an activity, or a standalone one is started. */
  TestedActivity schedule(ActivitySpec spec);

  /** Waits until a poll of the queue is open. */
  void awaitPoll(String queue);

  /** A namespace that was deleted; its id. */
  String deletedNamespace();

  /** Lets time pass on a clock that does not do so by itself. */
  void pass(Duration time);

  /** Starts what takes long; at the latest, when it is asked for. */
  <T> Supplier<T> ahead(Supplier<T> action);

  @Override
  void close();
}
