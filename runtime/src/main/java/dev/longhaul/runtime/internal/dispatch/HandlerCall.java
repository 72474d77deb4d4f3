package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.spi.Invocation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one call of a handler's method may ask for. */
final class HandlerCall implements Invocation {
  private static final @Nullable Object[] NONE = {};

  private final AttemptContext attempt;
  private final @Nullable Object[] inputs;
  private final @Nullable StopRequest why;

  private HandlerCall(
      AttemptContext attempt, @Nullable Object[] inputs, @Nullable StopRequest why) {
    this.attempt = attempt;
    this.inputs = inputs;
    this.why = why;
  }

  static HandlerCall start(AttemptContext attempt, @Nullable Object[] inputs) {
    return new HandlerCall(attempt, inputs, null);
  }

  static HandlerCall hook(AttemptContext attempt, @Nullable StopRequest why) {
    return new HandlerCall(attempt, NONE, why);
  }

  // The inputs were read for exactly the types that the binding asks for.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  @Override
  public <T> T input(int index) {
    return (T) inputs[index];
  }

  @Override
  public ActivityContext context() {
    return attempt;
  }

  // The context takes any result, and conversion is the same for all.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  @Override
  public <R> PendingActivity<R> pending() {
    return (PendingActivity<R>) attempt;
  }

  @Override
  public StopRequest stopRequest() {
    return Objects.requireNonNull(why, "only a cancel hook is called with a stop request");
  }
}
