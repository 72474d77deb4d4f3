package com.acme.z;

import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.HandlerIndex;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Lists the handlers that were compiled together; {@code AsyncActivities.discover()} finds it with
 * {@code java.util.ServiceLoader}.
 */
@Generated("dev.longhaul.processor.HandlerIndexProcessor")
public final class Handlers_First_HandlerIndex implements HandlerIndex {
  public Handlers_First_HandlerIndex() {
  }

  @Override
  public List<AsyncActivityModule<?>> modules() {
    return List.of(
        new Handlers_First_AsyncActivityModule(),
        new Handlers_Second_AsyncActivityModule());
  }
}
