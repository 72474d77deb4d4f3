package com.acme.billing;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;

final class Billing {
  static class Monthly {
    @AsyncActivityHandler
    static class InvoiceHandler {
      @OnStart
      String invoice(String customer) {
        return customer;
      }
    }
  }
}
