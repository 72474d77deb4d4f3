package com.acme.z;

import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.BindsHandler;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import javax.annotation.processing.Generated;

/**
 * Binds {@link Handlers.Second} for the Longhaul runtime.
 *
 * <ul>
 *   <li>activity type: "Second"
 *   <li>task queue: from configuration
 *   <li>completes an activity when the start method returns
 * </ul>
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless:
 *
 * <pre>{@code
 * Guice.createInjector(
 *     LonghaulModule.forTarget("localhost:7233"), new Handlers_Second_AsyncActivityModule());
 * }</pre>
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
@BindsHandler(
    value = Handlers.Second.class,
    name = "Second",
    activityType = "Second"
)
public final class Handlers_Second_AsyncActivityModule
    extends AsyncActivityModule<Handlers.Second> {
  public Handlers_Second_AsyncActivityModule() {
    super(Handlers.Second.class, 1);
  }

  @Override
  protected HandlerBinding<Handlers.Second> describe(
      HandlerBinding.Builder<Handlers.Second> binding) {
    return binding
        .activityType("Second")
        .name("Second")
        .withoutResult()
        .onStart(CompletionForm.BLOCKING, (handler, call) -> {
          handler.run();
          return null;
        });
  }
}
