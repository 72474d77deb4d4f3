package dev.longhaul.testing;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/** Keeps the headers of a call where the service's methods find them. */
final class CallHeaders implements ServerInterceptor {
  private static final Context.Key<Metadata> HEADERS =
      Context.keyWithDefault("headers", new Metadata());

  /** The headers of the call that is being served on this thread. */
  static Metadata current() {
    return HEADERS.get();
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    Context context = Context.current().withValue(HEADERS, headers);
    return Contexts.interceptCall(context, call, headers, next);
  }
}
