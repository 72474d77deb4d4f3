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
public final class TranscodeHandler_HandlerIndex implements HandlerIndex {
  public TranscodeHandler_HandlerIndex() {
  }

  @Override
  public List<AsyncActivityModule<?>> modules() {
    return List.of(
        new TranscodeHandler_AsyncActivityModule());
  }
}
