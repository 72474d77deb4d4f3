package com.acme.department.of.transport.and.logistics;

import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.HandlerIndex;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Lists the handlers that were compiled together; {@code AsyncActivities.discover()} finds it with
 * {@code java.util.ServiceLoader}.
 */
@Generated("dev.longhaul.processor.HandlerIndexProcessor")
public final class WithNames_TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler_HandlerIndex
    implements HandlerIndex {
  public WithNames_TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler_HandlerIndex(
      ) {
  }

  @Override
  public List<AsyncActivityModule<?>> modules() {
    return List.of(
        new WithNames_TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler_AsyncActivityModule());
  }
}
