package dev.longhaul.benchmarks.server;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers every unary call, whatever its method, with an empty message, and counts it. An empty
 * message is a valid answer to all of Temporal's calls: every field has its default. Requests are
 * not read, unless activities are watched; then no more than the token is. Thread-safe.
 */
final class MinimalService extends HandlerRegistry {
  private static final String SERVICE = "temporal.api.workflowservice.v1.WorkflowService/";
  private static final byte[] EMPTY_MESSAGE = {};

  private final ConcurrentMap<String, ServerMethodDefinition<?, ?>> methods =
      new ConcurrentHashMap<>();
  private final LongAdder answered = new LongAdder();
  private final Function<String, ServerMethodDefinition<?, ?>> definitions;

  private MinimalService(@Nullable Watch watch) {
    definitions = watch == null ? this::unread : method -> watching(watch, method);
  }

  /** Reads nothing. */
  static MinimalService unread() {
    return new MinimalService(null);
  }

  /** Tells of heartbeats and completions, all of which are about activities that are watched. */
  static MinimalService watching(Watch watch) {
    return new MinimalService(watch);
  }

  /** How many calls were answered so far. */
  long answered() {
    return answered.sum();
  }

  @Override
  public ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
    return methods.computeIfAbsent(method, definitions);
  }

  private ServerMethodDefinition<?, ?> watching(Watch watch, String method) {
    return switch (method) {
      case SERVICE + "RecordActivityTaskHeartbeat" ->
          define(method, new ActivityMarshaller(), watch::heartbeat);
      case SERVICE + "RespondActivityTaskCompleted" ->
          define(method, new ActivityMarshaller(), watch::complete);
      default -> unread(method);
    };
  }

  private ServerMethodDefinition<?, ?> unread(String method) {
    return define(method, new UnreadMarshaller(), request -> {});
  }

  private <Q> ServerMethodDefinition<Q, byte[]> define(
      String method, Marshaller<Q> requests, Consumer<Q> arrived) {
    MethodDescriptor<Q, byte[]> descriptor =
        MethodDescriptor.<Q, byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(method)
            .setRequestMarshaller(requests)
            .setResponseMarshaller(new UnreadMarshaller())
            .build();
    ServerCallHandler<Q, byte[]> handler = (call, headers) -> accept(call, arrived);
    return ServerMethodDefinition.create(descriptor, handler);
  }

  private <Q> ServerCall.Listener<Q> accept(ServerCall<Q, byte[]> call, Consumer<Q> arrived) {
    call.request(1);
    return new ServerCall.Listener<>() {
      @Override
      public void onMessage(Q request) {
        arrived.accept(request);
      }

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
