package dev.longhaul.runtime.internal.batch;

import dev.longhaul.api.spi.HandlerBinding;

/** The one instance of a batch handler cannot be had. */
public final class HandlerCreationException extends RuntimeException {

  HandlerCreationException(HandlerBinding<?> binding, RuntimeException cause) {
    super(
        "handler "
            + binding.name()
            + " works in batches, so that there is one instance of it, which is created when the"
            + " runtime starts; that failed: "
            + cause.getMessage(),
        cause);
  }
}
