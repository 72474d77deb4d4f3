package com.acme.billing;

import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import jakarta.inject.Provider;
import java.lang.Override;
import java.lang.String;
import javax.annotation.processing.Generated;

/**
 * Binds {@link Billing.Monthly.InvoiceHandler} for the Longhaul runtime.
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless.
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
public final class Billing_Monthly_InvoiceHandler_AsyncActivityModule extends AsyncActivityModule<Billing.Monthly.InvoiceHandler> {
  public Billing_Monthly_InvoiceHandler_AsyncActivityModule() {
    super(Billing.Monthly.InvoiceHandler.class);
  }

  @Override
  protected HandlerBinding<Billing.Monthly.InvoiceHandler> binding(
      Provider<Billing.Monthly.InvoiceHandler> provider) {
    return HandlerBinding.builder(Billing.Monthly.InvoiceHandler.class, provider, CompletionForm.BLOCKING)
        .activityType("Invoice")
        .name("InvoiceHandler")
        .input("customer", String.class)
        .onStart((handler, call) -> handler.invoice(call.<String>input(0)));
  }
}
