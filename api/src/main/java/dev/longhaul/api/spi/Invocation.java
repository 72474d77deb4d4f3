package dev.longhaul.api.spi;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import java.util.List;

/**
 * What a generated binding asks for while it calls a method of a handler. The type arguments are
 * those that the processor read from the method; {@link HandlerBinding#inputs} says them again.
 */
// The casts are as safe as the processor's reading of the method, which javac checks again.
@SuppressWarnings("TypeParameterUnusedInFormals")
public interface Invocation {

  /** The items of a batch; in a batch method only. */
  default <T extends BatchItem<?>> List<T> items() {
    throw new IllegalStateException("only a batch method is called with items");
  }

  /** The item that a hook of a batch handler is called for. */
  default <T extends BatchItem<?>> T item() {
    throw new IllegalStateException("only a hook of a batch handler is called with an item");
  }

  /** The input at this index; null where fewer came and the type is no primitive. */
  <T> T input(int index);

  /** The attempt. */
  ActivityContext context();

  /** The attempt, with the right to complete it; of the external form only. */
  <R> PendingActivity<R> pending();

  /** Why to stop; in a cancel hook only. */
  StopRequest stopRequest();
}
