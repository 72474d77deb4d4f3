package dev.longhaul.api;

import org.jspecify.annotations.Nullable;

/**
 * One activity of a batch; it carries no right to complete it. As thread-safe as its input.
 *
 * <p>Not for implementation by users, whose tests make one with {@link #of}: methods will be added.
 *
 * @param <I> the input
 */
public interface BatchItem<I> {

  /** The activity's input; null if none was sent. */
  I input();

  /** The activity's current attempt. */
  ActivityContext context();

  /** An item, for tests of handlers. */
  static <I> BatchItem<I> of(@Nullable I input, ActivityContext context) {
    return new BatchItems.Plain<>(input, context);
  }
}
