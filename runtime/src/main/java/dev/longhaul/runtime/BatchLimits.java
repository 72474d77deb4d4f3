package dev.longhaul.runtime;

import dev.longhaul.api.HandlerSetting;
import dev.longhaul.runtime.internal.dispatch.ConfiguredHandler;
import java.util.Optional;

/** Holds the size of a handler's batches against how many activities it may have at once. */
final class BatchLimits {
  private BatchLimits() {}

  /**
   * What is wrong, if no batch of the handler would ever be full.
   *
   * @param ofProcess how many activities the process may have at once
   */
  static Optional<String> problem(ConfiguredHandler<?> handler, int ofProcess) {
    if (!handler.binding().isBatch()) {
      return Optional.empty();
    }
    boolean external = handler.isExternal();
    int ofHandler = external ? handler.maxOutstanding() : handler.maxConcurrent();
    HandlerSetting limit =
        external ? HandlerSetting.MAX_OUTSTANDING : HandlerSetting.MAX_CONCURRENT;
    if (ofHandler > 0 && handler.batch().maxSize() > ofHandler) {
      return Optional.of(problem(handler, "its " + limit.key(), ofHandler));
    }
    return handler.batch().maxSize() > ofProcess
        ? Optional.of(problem(handler, "the runtime's max-concurrent-activities", ofProcess))
        : Optional.empty();
  }

  private static String problem(ConfiguredHandler<?> handler, String limit, int most) {
    int size = handler.batch().maxSize();
    return "handler "
        + handler.binding().name()
        + " has batches of up to "
        + size
        + " activities, and "
        + limit
        + " is "
        + most
        + ", so that no batch would ever be full: set "
        + HandlerSetting.BATCH_MAX_SIZE.key()
        + " to at most "
        + most
        + ", or the limit to at least "
        + size;
  }
}
