package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that goes on somewhere else; this process knows it by three callbacks at most. */
final class HandedOffWork implements AttemptWork {
  private static final Logger LOG = LoggerFactory.getLogger(HandedOffWork.class);

  private final ActivityReference reference;
  private final ProcessingOptions options;
  private final Encoder encoder;
  private final SerialExecutor serial;

  // Null only until the manager has it, when there cannot be a result yet.
  private volatile @Nullable Attempt attempt;

  HandedOffWork(
      ActivityReference reference, ProcessingOptions options, Encoder encoder, Executor callbacks) {
    this.reference = reference;
    this.options = options;
    this.encoder = encoder;
    this.serial = new SerialExecutor(callbacks);
  }

  void belongsTo(Attempt managed) {
    attempt = managed;
  }

  @Override
  public boolean hasHeartbeatHook() {
    return options.heartbeatDetails() != null;
  }

  @Override
  public CompletionStage<@Nullable Bytes> heartbeatDetails() {
    return CompletableFuture.supplyAsync(this::askForDetails, serial);
  }

  private @Nullable Bytes askForDetails() {
    Object value = options.heartbeatDetails() == null ? null : options.heartbeatDetails().get();
    return value == null ? null : encoder.details(reference, Collections.singletonList(value));
  }

  @Override
  public void stopRequested(StopRequest request) {
    Consumer<StopRequest> listener = options.onStop();
    if (listener != null) {
      serial.execute(() -> stop(listener, request));
    }
  }

  @Override
  public void pauseChanged(PauseEvent event) {
    Consumer<PauseEvent> listener = options.onPause();
    if (listener != null) {
      serial.execute(() -> accept(listener, event));
    }
  }

  // While it waited for its turn somebody may have reported a result: then nothing is to be ended.
  private void stop(Consumer<StopRequest> listener, StopRequest request) {
    Attempt managed = attempt;
    if (managed == null || managed.isWorkToEnd()) {
      accept(listener, request);
    }
  }

  private <E> void accept(Consumer<E> listener, E event) {
    try {
      listener.accept(event);
    } catch (RuntimeException | Error e) {
      LOG.warn("a listener of activity {} failed ({})", reference.digest(), event, e);
    }
  }

  @Override
  public boolean completesElsewhere() {
    return true;
  }
}
