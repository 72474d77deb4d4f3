package com.acme.z;

import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.BindsHandler;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import javax.annotation.processing.Generated;

/**
 * Binds {@link Handlers.First} for the Longhaul runtime.
 *
 * <ul>
 *   <li>activity type: "First"
 *   <li>task queue: from configuration
 *   <li>completes an activity when the start method returns
 * </ul>
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless:
 *
 * <pre>{@code
 * Guice.createInjector(
 *     LonghaulModule.forTarget("localhost:7233"), new Handlers_First_AsyncActivityModule());
 * }</pre>
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
@BindsHandler(
    value = Handlers.First.class,
    name = "First",
    activityType = "First"
)
public final class Handlers_First_AsyncActivityModule extends AsyncActivityModule<Handlers.First> {
  public Handlers_First_AsyncActivityModule() {
    super(Handlers.First.class, 1);
  }

  @Override
  protected HandlerBinding<Handlers.First> describe(
      HandlerBinding.Builder<Handlers.First> binding) {
    return binding
        .activityType("First")
        .name("First")
        .withoutResult()
        .onStart(CompletionForm.BLOCKING, (handler, call) -> {
          handler.run();
          return null;
        });
  }
}
