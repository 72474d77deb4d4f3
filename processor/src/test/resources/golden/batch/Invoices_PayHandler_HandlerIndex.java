package com.acme;

import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.HandlerIndex;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Lists the handlers that were compiled together; {@code AsyncActivities.discover()} finds it with
 * {@code java.util.ServiceLoader}.
 */
@Generated("dev.longhaul.processor.HandlerIndexProcessor")
public final class Invoices_PayHandler_HandlerIndex implements HandlerIndex {
  public Invoices_PayHandler_HandlerIndex() {
  }

  @Override
  public List<AsyncActivityModule<?>> modules() {
    return List.of(
        new Invoices_PayHandler_AsyncActivityModule(),
        new Invoices_PrintHandler_AsyncActivityModule(),
        new Invoices_SendHandler_AsyncActivityModule());
  }
}
