package dev.longhaul.runtime.internal.manage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Those who wait for a heartbeat that carries at least what was known when they asked. */
final class Flushes {

  /** Told within a decision: null when the server has it, or why it will not. */
  private record Flush(int version, Consumer<@Nullable Throwable> done) {}

  private List<Flush> waiting = List.of();

  void add(int version, Consumer<@Nullable Throwable> done) {
    waiting = new ArrayList<>(waiting);
    waiting.add(new Flush(version, done));
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** The server has this version. */
  void acknowledged(int version) {
    settle(flush -> flush.version() <= version, null);
  }

  /** Nothing will come. */
  void failed(Throwable why) {
    settle(flush -> true, why);
  }

  // Whoever is told may ask again.
  private void settle(java.util.function.Predicate<Flush> which, @Nullable Throwable failure) {
    List<Flush> settled = waiting.stream().filter(which).toList();
    waiting = waiting.stream().filter(which.negate()).toList();
    settled.forEach(flush -> flush.done().accept(failure));
  }
}
