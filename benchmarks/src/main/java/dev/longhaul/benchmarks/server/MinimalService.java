package dev.longhaul.benchmarks.server;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Answers every unary call, whatever its method, with an empty message, and counts it. An empty
 * message is a valid answer to all of Temporal's calls: every field has its default. Requests are
 * not read. Thread-safe.
 */
final class MinimalService extends HandlerRegistry {
  private static final byte[] EMPTY_MESSAGE = {};

  private final ConcurrentMap<String, ServerMethodDefinition<?, ?>> methods =
      new ConcurrentHashMap<>();
  private final LongAdder answered = new LongAdder();

  /** How many calls were answered so far. */
  long answered() {
    return answered.sum();
  }

  @Override
  public ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
    return methods.computeIfAbsent(method, this::define);
  }

  private ServerMethodDefinition<?, ?> define(String method) {
    MethodDescriptor<byte[], byte[]> descriptor =
        MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(method)
            .setRequestMarshaller(new UnreadMarshaller())
            .setResponseMarshaller(new UnreadMarshaller())
            .build();
    ServerCallHandler<byte[], byte[]> handler = (call, headers) -> accept(call);
    return ServerMethodDefinition.create(descriptor, handler);
  }

  private ServerCall.Listener<byte[]> accept(ServerCall<byte[], byte[]> call) {
    call.request(1);
    return new ServerCall.Listener<>() {
      @Override
      public void onHalfClose() {
        call.sendHeaders(new Metadata());
        call.sendMessage(EMPTY_MESSAGE);
        answered.increment();
        call.close(Status.OK, new Metadata());
      }
    };
  }
}
