package dev.longhaul.api;

import org.jspecify.annotations.Nullable;

/**
 * One activity of a batch, with the right to complete it. As thread-safe as its input.
 *
 * <p>Not for implementation by users, whose tests make one with {@link #of}: methods will be added.
 *
 * @param <I> the input
 * @param <R> the result; {@code Void} sends none
 */
public interface PendingBatchItem<I, R> extends BatchItem<I> {

  /** The activity's current attempt, which completes through it. */
  PendingActivity<R> pending();

  /** The same attempt as {@link #pending}. */
  @Override
  default ActivityContext context() {
    return pending();
  }

  /** An item, for tests of handlers. */
  static <I, R> PendingBatchItem<I, R> of(@Nullable I input, PendingActivity<R> pending) {
    return new BatchItems.Pending<>(input, pending);
  }
}
