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
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers every unary call, whatever its method, with an empty message, and counts it; polls with a
 * task, where tasks are dealt. An empty message is a valid answer to all of Temporal's calls: every
 * field has its default. Requests are not read, unless activities are watched or tasks are dealt;
 * then no more than the token is. Thread-safe.
 */
final class MinimalService extends HandlerRegistry {
  private static final String SERVICE = "temporal.api.workflowservice.v1.WorkflowService/";
  private static final byte[] EMPTY_MESSAGE = {};

  private final ConcurrentMap<String, ServerMethodDefinition<?, ?>> methods =
      new ConcurrentHashMap<>();
  private final LongAdder answered = new LongAdder();
  private final Function<String, ServerMethodDefinition<?, ?>> definitions;

  private MinimalService(
      BiFunction<MinimalService, String, ServerMethodDefinition<?, ?>> definitions) {
    this.definitions = method -> definitions.apply(this, method);
  }

  /** Reads nothing. */
  static MinimalService unread() {
    return new MinimalService(MinimalService::unread);
  }

  /** Tells of heartbeats and completions, all of which are about activities that are watched. */
  static MinimalService watching(Watch watch) {
    return new MinimalService((service, method) -> service.watching(watch, method));
  }

  /** Answers polls with tasks, and tells of their outcomes. */
  static MinimalService dealing(Deal deal) {
    TaskTemplate template = new TaskTemplate();
    return new MinimalService((service, method) -> service.dealing(deal, template, method));
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

  private ServerMethodDefinition<?, ?> dealing(Deal deal, TaskTemplate template, String method) {
    return switch (method) {
      case SERVICE + "PollActivityTaskQueue" ->
          define(method, new UnreadMarshaller(), (call, headers) -> poll(call, deal, template));
      case SERVICE + "RespondActivityTaskCompleted" ->
          define(method, new ActivityMarshaller(), deal::complete);
      case SERVICE + "RespondActivityTaskFailed", SERVICE + "RespondActivityTaskCanceled" ->
          define(method, new ActivityMarshaller(), deal::fail);
      default -> unread(method);
    };
  }

  private ServerMethodDefinition<?, ?> unread(String method) {
    return define(method, new UnreadMarshaller(), request -> {});
  }

  private <Q> ServerMethodDefinition<Q, byte[]> define(
      String method, Marshaller<Q> requests, Consumer<Q> arrived) {
    return define(method, requests, (call, headers) -> accept(call, arrived));
  }

  private static <Q> ServerMethodDefinition<Q, byte[]> define(
      String method, Marshaller<Q> requests, ServerCallHandler<Q, byte[]> handler) {
    MethodDescriptor<Q, byte[]> descriptor =
        MethodDescriptor.<Q, byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(method)
            .setRequestMarshaller(requests)
            .setResponseMarshaller(new UnreadMarshaller())
            .build();
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
        answer(call, EMPTY_MESSAGE);
      }
    };
  }

  private ServerCall.Listener<byte[]> poll(
      ServerCall<byte[], byte[]> call, Deal deal, TaskTemplate template) {
    call.request(1);
    Deal.Poll poll = task -> answer(call, template.task(task));
    return new ServerCall.Listener<>() {
      @Override
      public void onHalfClose() {
        deal.poll(poll);
      }

      @Override
      public void onCancel() {
        deal.giveUp(poll);
      }
    };
  }

  private void answer(ServerCall<?, byte[]> call, byte[] message) {
    call.sendHeaders(new Metadata());
    call.sendMessage(message);
    answered.increment();
    call.close(Status.OK, new Metadata());
  }
}
