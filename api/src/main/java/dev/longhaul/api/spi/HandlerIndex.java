package dev.longhaul.api.spi;

import java.util.List;

/**
 * The handlers of one jar, found with {@link java.util.ServiceLoader}; generated, one for each
 * compilation that has handlers.
 */
public interface HandlerIndex {

  /** A module for each handler, in the order of their class names. */
  List<AsyncActivityModule<?>> modules();
}
