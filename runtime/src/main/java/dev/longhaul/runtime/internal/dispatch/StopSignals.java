package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.StopRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stop requests of one attempt and who listens to them. Everything happens on the attempt's
 * serial executor, so that a listener that comes late and a request that comes at the same time
 * meet exactly once.
 */
final class StopSignals {
  private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);

  private final SerialExecutor serial;
  private final CompletableFuture<StopRequest> first = new CompletableFuture<>();
  private final List<StopRequest> delivered = new ArrayList<>(0);
  private final List<Consumer<StopRequest>> listeners = new ArrayList<>(0);

  StopSignals(SerialExecutor serial) {
    this.serial = serial;
  }

  /** A view: completing it does not complete it for others. */
  CompletionStage<StopRequest> first() {
    return first.minimalCompletionStage();
  }

  void deliver(StopRequest request) {
    serial.execute(
        () -> {
          delivered.add(request);
          first.complete(request);
          listeners.forEach(listener -> tell(listener, request));
        });
  }

  void listen(Consumer<StopRequest> listener) {
    serial.execute(
        () -> {
          listeners.add(listener);
          delivered.forEach(request -> tell(listener, request));
        });
  }

  private static void tell(Consumer<StopRequest> listener, StopRequest request) {
    try {
      listener.accept(request);
    } catch (RuntimeException | Error e) {
      LOG.warn("a stop listener failed ({})", request, e);
    }
  }
}
