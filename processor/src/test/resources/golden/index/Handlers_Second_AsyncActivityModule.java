package com.acme.z;

import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import jakarta.inject.Provider;
import java.lang.Override;
import javax.annotation.processing.Generated;

/**
 * Binds {@link Handlers.Second} for the Longhaul runtime.
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless.
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
public final class Handlers_Second_AsyncActivityModule extends AsyncActivityModule<Handlers.Second> {
  public Handlers_Second_AsyncActivityModule() {
    super(Handlers.Second.class);
  }

  @Override
  protected HandlerBinding<Handlers.Second> binding(Provider<Handlers.Second> provider) {
    return HandlerBinding.builder(Handlers.Second.class, provider, CompletionForm.BLOCKING)
        .activityType("Second")
        .name("Second")
        .withoutResult()
        .onStart((handler, call) -> {
          handler.run();
          return null;
        });
  }
}
