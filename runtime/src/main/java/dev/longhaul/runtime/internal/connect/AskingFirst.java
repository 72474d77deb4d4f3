package dev.longhaul.runtime.internal.connect;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;

/** Asks what the server can do with the first call; nothing waits for the answer. Thread-safe. */
record AskingFirst(ServerProbe probe) implements ClientInterceptor {

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    probe.ask();
    return next.newCall(method, options);
  }
}
