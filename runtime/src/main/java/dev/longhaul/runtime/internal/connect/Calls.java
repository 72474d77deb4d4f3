package dev.longhaul.runtime.internal.connect;

import dev.longhaul.runtime.internal.time.Alarms;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Unary calls as futures, which complete on a network thread, or on that of the timer. Thread-safe.
 */
final class Calls {
  private final Channel channel;
  private final Alarms alarms;

  Calls(Channel channel, Alarms alarms) {
    this.channel = channel;
    this.alarms = alarms;
  }

  /** A call that is under way, and the means to give it up. */
  record Pending<T>(CompletableFuture<T> answer, Runnable cancel) {}

  <Q, A> CompletableFuture<A> start(MethodDescriptor<Q, A> method, Q request, Duration time) {
    return startCancellable(method, request, time).answer();
  }

  <Q, A> Pending<A> startCancellable(MethodDescriptor<Q, A> method, Q request, Duration time) {
    try {
      UnaryCall<Q, A> call = UnaryCall.to(method, channel, time, alarms);
      call.start(request);
      return new Pending<>(call.answer(), call::cancel);
    } catch (RuntimeException e) {
      // An interceptor of the caller's channel; whoever waits must learn of it.
      return new Pending<>(CompletableFuture.failedFuture(e), () -> {});
    }
  }
}
