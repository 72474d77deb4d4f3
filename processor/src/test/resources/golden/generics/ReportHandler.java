package com.acme;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@AsyncActivityHandler
final class ReportHandler extends ReportBase<List<ReportHandler.Order>> {
  record Order(String id) {}

  @OnStart
  Map<String, Order> report(
      List<Order> orders,
      Map<String, ? extends List<Order[]>> byCustomer,
      List<String>[] pages,
      Order[] extra,
      Optional<Order> favourite) {
    return Map.of();
  }
}

abstract class ReportBase<T> {
  @OnHeartbeat
  CompletionStage<T> progress() {
    throw new UnsupportedOperationException();
  }
}
