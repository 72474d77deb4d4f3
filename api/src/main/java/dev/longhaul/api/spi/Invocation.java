package dev.longhaul.api.spi;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;

/**
 * What a generated binding asks for while it calls a method of a handler. The type arguments are
 * those that the processor read from the method; {@link HandlerBinding#inputs} says them again.
 */
// The casts are as safe as the processor's reading of the method, which javac checks again.
@SuppressWarnings("TypeParameterUnusedInFormals")
public interface Invocation {

  /** The input at this index; null where fewer came and the type is no primitive. */
  <T> T input(int index);

  /** The attempt. */
  ActivityContext context();

  /** The attempt, with the right to complete it; of the external form only. */
  <R> PendingActivity<R> pending();

  /** Why to stop; in a cancel hook only. */
  StopRequest stopRequest();
}
