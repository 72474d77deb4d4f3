package com.acme;

import dev.longhaul.api.BatchItem;
import dev.longhaul.api.PendingBatchItem;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.BindsHandler;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Binds {@link Invoices.PayHandler} for the Longhaul runtime.
 *
 * <ul>
 *   <li>activity type: "Pay"
 *   <li>task queue: from configuration
 *   <li>completes each activity of a batch when anyone completes it, here or in another process
 * </ul>
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless:
 *
 * <pre>{@code
 * Guice.createInjector(
 *     LonghaulModule.forTarget("localhost:7233"), new Invoices_PayHandler_AsyncActivityModule());
 * }</pre>
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
@BindsHandler(
    value = Invoices.PayHandler.class,
    name = "PayHandler",
    activityType = "Pay"
)
public final class Invoices_PayHandler_AsyncActivityModule
    extends AsyncActivityModule<Invoices.PayHandler> {
  public Invoices_PayHandler_AsyncActivityModule() {
    super(Invoices.PayHandler.class, 1);
  }

  @Override
  protected HandlerBinding<Invoices.PayHandler> describe(
      HandlerBinding.Builder<Invoices.PayHandler> binding) {
    return binding
        .activityType("Pay")
        .name("PayHandler")
        .input("items", String.class)
        .onHeartbeat((handler, call) -> {
          handler.beat(call.<BatchItem<String>>item(), call.<List<String>>pending());
          return null;
        })
        .onCancel((handler, call) -> {
          handler.cancel(call.<PendingBatchItem<String, List<String>>>item(), call.stopRequest());
          return null;
        })
        .onBatch(CompletionForm.EXTERNAL, (handler, call) -> {
          handler.pay(call.<PendingBatchItem<String, List<String>>>items());
          return null;
        });
  }
}
