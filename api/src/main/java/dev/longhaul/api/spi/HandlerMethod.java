package dev.longhaul.api.spi;

import org.jspecify.annotations.Nullable;

/** A direct call of one method of a handler. */
@FunctionalInterface
public interface HandlerMethod<H> {

  /** Calls the method and answers its result, null if it is {@code void}. */
  @Nullable Object invoke(H handler, Invocation call) throws Throwable;
}
