package dev.longhaul.api;

import org.jspecify.annotations.Nullable;

/** The items that there are. Inputs are nobody's business in logs. */
final class BatchItems {
  private BatchItems() {}

  // An input may be null where none was sent, as a parameter of a handler may; the type parameter
  // cannot say so without saying it to all users.
  @SuppressWarnings("NullAway")
  record Plain<I>(@Nullable I input, ActivityContext context) implements BatchItem<I> {
    @Override
    public String toString() {
      return "BatchItem[" + context + "]";
    }
  }

  @SuppressWarnings("NullAway")
  record Pending<I, R>(@Nullable I input, PendingActivity<R> pending)
      implements PendingBatchItem<I, R> {
    @Override
    public String toString() {
      return "PendingBatchItem[" + pending + "]";
    }
  }
}
