package com.acme.billing;

import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.HandlerIndex;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Lists the handlers that were compiled together; {@code AsyncActivities.discover()} finds it with
 * {@code java.util.ServiceLoader}.
 */
@Generated("dev.longhaul.processor.HandlerIndexProcessor")
public final class Billing_Monthly_InvoiceHandler_HandlerIndex implements HandlerIndex {
  public Billing_Monthly_InvoiceHandler_HandlerIndex() {
  }

  @Override
  public List<AsyncActivityModule<?>> modules() {
    return List.of(
        new Billing_Monthly_InvoiceHandler_AsyncActivityModule());
  }
}
