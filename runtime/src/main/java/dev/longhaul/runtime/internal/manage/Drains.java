package dev.longhaul.runtime.internal.manage;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Those who wait until no activity is managed any more. Thread-safe. */
final class Drains {

  private record Drain(CompletableFuture<Boolean> done, Future<?> timeout) {}

  private final Services services;
  private final Registry registry;

  // Guards against a drain that begins while the last attempt ends, and would wait for no reason.
  @GuardedBy("this")
  private final List<Drain> waiting = new ArrayList<>();

  Drains(Services services, Registry registry) {
    this.services = services;
    this.registry = registry;
  }

  /** Completes with true when the registry is empty, with false when the time is over before. */
  synchronized CompletableFuture<Boolean> begin(long nanos) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    if (registry.isEmpty()) {
      done.complete(true);
    } else {
      Runnable giveUp = () -> services.settle(done, false, null);
      waiting.add(new Drain(done, services.schedule(giveUp, nanos)));
    }
    return done;
  }

  /** An attempt was forgotten. */
  void ended() {
    List<Drain> drained;
    synchronized (this) {
      if (waiting.isEmpty() || !registry.isEmpty()) {
        return;
      }
      drained = List.copyOf(waiting);
      waiting.clear();
    }
    for (Drain drain : drained) {
      drain.timeout().cancel(false);
      services.settle(drain.done(), true, null);
    }
  }
}
