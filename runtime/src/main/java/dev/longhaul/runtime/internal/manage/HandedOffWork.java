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

  HandedOffWork(
      ActivityReference reference, ProcessingOptions options, Encoder encoder, Executor callbacks) {
    this.reference = reference;
    this.options = options;
    this.encoder = encoder;
    this.serial = new SerialExecutor(callbacks);
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
    tell(options.onStop(), request);
  }

  @Override
  public void pauseChanged(PauseEvent event) {
    tell(options.onPause(), event);
  }

  private <E> void tell(@Nullable Consumer<E> listener, E event) {
    if (listener != null) {
      serial.execute(() -> accept(listener, event));
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
