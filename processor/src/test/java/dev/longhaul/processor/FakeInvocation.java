package dev.longhaul.processor;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.spi.Invocation;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a binding what the test says. */
final class FakeInvocation implements Invocation {
  private final List<@Nullable Object> inputs;
  private final StopRequest stopRequest = StopRequest.of(StopRequest.Kind.CANCELLED, "test");
  private final PendingActivity<?> attempt =
      (PendingActivity<?>)
          Proxy.newProxyInstance(
              FakeInvocation.class.getClassLoader(),
              new Class<?>[] {PendingActivity.class},
              (proxy, method, arguments) -> "attempt " + method.getName());

  FakeInvocation(@Nullable Object... inputs) {
    this.inputs = Arrays.asList(inputs);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> T input(int index) {
    return (T) inputs.get(index);
  }

  @Override
  public ActivityContext context() {
    return attempt;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <R> PendingActivity<R> pending() {
    return (PendingActivity<R>) attempt;
  }

  @Override
  public StopRequest stopRequest() {
    return stopRequest;
  }
}
