package com.acme.z;

import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import jakarta.inject.Provider;
import java.lang.Override;
import javax.annotation.processing.Generated;

/**
 * Binds {@link Handlers.First} for the Longhaul runtime.
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless.
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
public final class Handlers_First_AsyncActivityModule extends AsyncActivityModule<Handlers.First> {
  public Handlers_First_AsyncActivityModule() {
    super(Handlers.First.class);
  }

  @Override
  protected HandlerBinding<Handlers.First> binding(Provider<Handlers.First> provider) {
    return HandlerBinding.builder(Handlers.First.class, provider, CompletionForm.BLOCKING)
        .activityType("First")
        .name("First")
        .withoutResult()
        .onStart((handler, call) -> {
          handler.run();
          return null;
        });
  }
}
