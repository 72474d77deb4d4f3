package dev.longhaul.runtime.internal.batch;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.PendingBatchItem;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.spi.Invocation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one call of a batch handler's method may ask for.
 *
 * @param batch the items; of a hook the one that it is called for
 * @param why in a cancel hook only
 */
record BatchCall(List<BatchItem<?>> batch, @Nullable StopRequest why) implements Invocation {

  // The items were made for exactly the type that the binding asks for.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  @Override
  public <T extends BatchItem<?>> List<T> items() {
    return (List<T>) batch;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  @Override
  public <T extends BatchItem<?>> T item() {
    return (T) batch.get(0);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  @Override
  public <T> T input(int index) {
    throw new IllegalStateException("a batch method gets its inputs in items");
  }

  @Override
  public ActivityContext context() {
    return item().context();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  @Override
  public <R> PendingActivity<R> pending() {
    return ((PendingBatchItem<?, R>) batch.get(0)).pending();
  }

  @Override
  public StopRequest stopRequest() {
    return Objects.requireNonNull(why, "only a cancel hook is called with a stop request");
  }
}
