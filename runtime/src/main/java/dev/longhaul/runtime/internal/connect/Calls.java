package dev.longhaul.runtime.internal.connect;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Unary calls as futures, which complete on a network thread. Thread-safe. */
final class Calls {
  private final Channel channel;

  Calls(Channel channel) {
    this.channel = channel;
  }

  /** A call that is under way, and the means to give it up. */
  record Pending<T>(CompletableFuture<T> answer, Runnable cancel) {}

  <Q, A> CompletableFuture<A> start(MethodDescriptor<Q, A> method, Q request, Duration deadline) {
    return startCancellable(method, request, deadline).answer();
  }

  <Q, A> Pending<A> startCancellable(MethodDescriptor<Q, A> method, Q request, Duration deadline) {
    CallOptions options =
        CallOptions.DEFAULT.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
    CompletableFuture<A> answer = new CompletableFuture<>();
    try {
      ClientCall<Q, A> call = channel.newCall(method, options);
      ClientCalls.asyncUnaryCall(call, request, new Completing<>(answer));
      return new Pending<>(answer, () -> call.cancel("no longer wanted", null));
    } catch (RuntimeException e) {
      // An interceptor of the caller's channel; whoever waits must learn of it.
      answer.completeExceptionally(e);
      return new Pending<>(answer, () -> {});
    }
  }

  private record Completing<A>(CompletableFuture<A> answer) implements StreamObserver<A> {
    @Override
    public void onNext(A value) {
      answer.complete(value);
    }

    @Override
    public void onError(Throwable failure) {
      answer.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
      // A unary answer is complete with its one message.
    }
  }
}
