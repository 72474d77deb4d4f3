package com.acme;

import dev.longhaul.api.BatchItem;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.BindsHandler;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import javax.annotation.processing.Generated;

/**
 * Binds {@link Invoices.SendHandler} for the Longhaul runtime.
 *
 * <ul>
 *   <li>activity type: "Send"
 *   <li>task queue: from configuration
 *   <li>completes each activity of a batch when the stage that the batch method returned completes
 * </ul>
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless:
 *
 * <pre>{@code
 * Guice.createInjector(
 *     LonghaulModule.forTarget("localhost:7233"), new Invoices_SendHandler_AsyncActivityModule());
 * }</pre>
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
@BindsHandler(
    value = Invoices.SendHandler.class,
    name = "SendHandler",
    activityType = "Send"
)
public final class Invoices_SendHandler_AsyncActivityModule
    extends AsyncActivityModule<Invoices.SendHandler> {
  public Invoices_SendHandler_AsyncActivityModule() {
    super(Invoices.SendHandler.class, 1);
  }

  @Override
  protected HandlerBinding<Invoices.SendHandler> describe(
      HandlerBinding.Builder<Invoices.SendHandler> binding) {
    return binding
        .activityType("Send")
        .name("SendHandler")
        .input("items", String.class)
        .withoutResult()
        .onHeartbeat((handler, call) -> handler.beat(call.<BatchItem<String>>item()))
        .onBatch(CompletionForm.STAGE,
            (handler, call) -> handler.send(call.<BatchItem<String>>items()));
  }
}
