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
public final class ChargeCard_HandlerIndex implements HandlerIndex {
  public ChargeCard_HandlerIndex() {
  }

  @Override
  public List<AsyncActivityModule<?>> modules() {
    return List.of(
        new ChargeCard_AsyncActivityModule());
  }
}
