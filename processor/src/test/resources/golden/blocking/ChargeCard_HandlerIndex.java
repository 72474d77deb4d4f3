package com.acme;

import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.HandlerIndex;
import java.lang.Override;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Generated;

/**
 * Lists the handlers of one compilation; {@code AsyncActivities.discover()} finds it.
 */
@Generated("dev.longhaul.processor.HandlerIndexProcessor")
public final class ChargeCard_HandlerIndex implements HandlerIndex {
  /**
   * For {@link ServiceLoader}.
   */
  public ChargeCard_HandlerIndex() {
  }

  @Override
  public List<AsyncActivityModule<?>> modules() {
    return List.of(
        new ChargeCard_AsyncActivityModule());
  }
}
