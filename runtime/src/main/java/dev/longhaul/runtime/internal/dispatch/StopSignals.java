package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.StopRequest;
import dev.longhaul.runtime.internal.manage.SerialExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stop requests and pauses of one attempt, and who listens to them. Everything happens on the
 * attempt's serial executor, so that a listener that comes late and a request that comes at the
 * same time meet exactly once.
 */
final class StopSignals {
  private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);

  private final SerialExecutor serial;
  private final CompletableFuture<StopRequest> first = new CompletableFuture<>();
  private final List<StopRequest> delivered = new ArrayList<>(0);
  private final List<Consumer<StopRequest>> stopListeners = new ArrayList<>(0);
  private final List<Consumer<PauseEvent>> pauseListeners = new ArrayList<>(0);
  private boolean paused;

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
          stopListeners.forEach(listener -> tell(listener, request));
        });
  }

  void deliver(PauseEvent event) {
    serial.execute(
        () -> {
          paused = event == PauseEvent.PAUSED;
          pauseListeners.forEach(listener -> tell(listener, event));
        });
  }

  void onStop(Consumer<StopRequest> listener) {
    serial.execute(
        () -> {
          stopListeners.add(listener);
          delivered.forEach(request -> tell(listener, request));
        });
  }

  void onPause(Consumer<PauseEvent> listener) {
    serial.execute(
        () -> {
          pauseListeners.add(listener);
          if (paused) {
            tell(listener, PauseEvent.PAUSED);
          }
        });
  }

  private static <E> void tell(Consumer<E> listener, E event) {
    try {
      listener.accept(event);
    } catch (RuntimeException | Error e) {
      LOG.warn("a listener of an activity failed ({})", event, e);
    }
  }
}
