package dev.longhaul.runtime.internal.connect;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import java.util.concurrent.Executor;

/** Lets users' calls answer where user code may run, unless they name an executor. Thread-safe. */
record OnCallbacks(Executor callbacks) implements ClientInterceptor {

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return next.newCall(
        method, options.getExecutor() == null ? options.withExecutor(callbacks) : options);
  }
}
