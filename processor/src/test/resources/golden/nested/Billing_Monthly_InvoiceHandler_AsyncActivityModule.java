package com.acme.billing;

import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.BindsHandler;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import javax.annotation.processing.Generated;

/**
 * Binds {@link Billing.Monthly.InvoiceHandler} for the Longhaul runtime.
 *
 * <ul>
 *   <li>activity type: "Invoice"
 *   <li>task queue: from configuration
 *   <li>completes an activity when the start method returns
 * </ul>
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless:
 *
 * <pre>{@code
 * Guice.createInjector(
 *     LonghaulModule.forTarget("localhost:7233"), new Billing_Monthly_InvoiceHandler_AsyncActivityModule());
 * }</pre>
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
@BindsHandler(
    value = Billing.Monthly.InvoiceHandler.class,
    name = "InvoiceHandler",
    activityType = "Invoice"
)
public final class Billing_Monthly_InvoiceHandler_AsyncActivityModule
    extends AsyncActivityModule<Billing.Monthly.InvoiceHandler> {
  public Billing_Monthly_InvoiceHandler_AsyncActivityModule() {
    super(Billing.Monthly.InvoiceHandler.class, 1);
  }

  @Override
  protected HandlerBinding<Billing.Monthly.InvoiceHandler> describe(
      HandlerBinding.Builder<Billing.Monthly.InvoiceHandler> binding) {
    return binding
        .activityType("Invoice")
        .name("InvoiceHandler")
        .input("customer", String.class)
        .onStart(CompletionForm.BLOCKING,
            (handler, call) -> handler.invoice(call.<String>input(0)));
  }
}
