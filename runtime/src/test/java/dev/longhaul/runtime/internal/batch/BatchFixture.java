package dev.longhaul.runtime.internal.batch;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.api.spi.HandlerMethod;
import dev.longhaul.proto.common.v1.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.runtime.internal.dispatch.BatchPlan;
import dev.longhaul.runtime.internal.dispatch.ConfiguredHandler;
import dev.longhaul.runtime.internal.dispatch.DispatchFixture;
import dev.longhaul.runtime.internal.dispatch.Dispatcher;
import dev.longhaul.runtime.internal.dispatch.Permits;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One batch handler on a fake clock. Callbacks run at once; blocking methods when the test says so.
 * Activities beat every ten seconds and have ten seconds of grace.
 */
final class BatchFixture {
  static final Duration WAIT = Duration.ofMinutes(1);

  final FakeClock clock = new FakeClock();
  final Queue<Runnable> blocking = new ArrayDeque<>();
  final DispatchFixture dispatch = new DispatchFixture(clock, Runnable::run, blocking::add, 10);
  final Permits permits = new Permits(100);
  private @Nullable Dispatcher dispatcher;

  /** Batches of up to so many, one at a time. */
  void handler(CompletionForm form, int maxSize, HandlerMethod<Object> batch) {
    handler(form, maxSize, batch, UnaryOperator.identity());
  }

  void handler(
      CompletionForm form,
      int maxSize,
      HandlerMethod<Object> batch,
      UnaryOperator<HandlerBinding.Builder<Object>> hooks) {
    HandlerBinding.Builder<Object> binding =
        HandlerBinding.builder(BatchFixture.class, Object.class, Object::new)
            .activityType("Work")
            .name("WorkHandler")
            .input("items", String.class);
    ConfiguredHandler<Object> handler =
        DispatchFixture.configured(
            hooks.apply(binding).onBatch(form, batch), new BatchPlan(maxSize, WAIT, 1));
    dispatcher = dispatch.dispatcher(handler);
  }

  /** An activity with this input, by which it is called. */
  TaskToken receive(String input) {
    return receive(input, '"' + input + '"');
  }

  TaskToken receive(String name, String json) {
    TaskToken token = TaskToken.of(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Payload payload =
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFromUtf8(json))
            .build();
    Bytes encoded = Bytes.copyOf(Payloads.newBuilder().addPayloads(payload).build().toByteArray());
    Dispatcher to = java.util.Objects.requireNonNull(dispatcher);
    to.dispatch(
        DispatchFixture.QUEUE,
        dispatch.task(token, "Work", encoded),
        DispatchFixture.seat(to, permits));
    return token;
  }

  void runBlocking() {
    for (Runnable next = blocking.poll(); next != null; next = blocking.poll()) {
      next.run();
    }
  }

  void advance(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  void waitForCompany() {
    clock.advance(WAIT);
  }

  /** The workflow asks to cancel them, and their next heartbeats are told. */
  void cancel(TaskToken... tokens) {
    dispatch.server.cancelled.addAll(java.util.List.of(tokens));
    advance(10);
  }

  /** How it ended: {@code open} if it has not. */
  String end(TaskToken token) {
    EncodedOutcome outcome = dispatch.server.ends.get(token);
    if (outcome instanceof EncodedOutcome.Completed completed) {
      return "completed " + text(completed.result());
    } else if (outcome instanceof EncodedOutcome.Canceled canceled) {
      return canceled.details() == null ? "canceled" : "canceled " + text(canceled.details());
    }
    return outcome instanceof EncodedOutcome.Failed failed ? text(failed) : "open";
  }

  private static String text(@Nullable Bytes payloads) {
    try {
      return payloads == null
          ? "nothing"
          : Payloads.parseFrom(payloads.toByteArray()).getPayloads(0).getData().toStringUtf8();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(EncodedOutcome.Failed failed) {
    try {
      Failure failure = Failure.parseFrom(failed.failure().toByteArray());
      return failure.getApplicationFailureInfo().getType()
          + (failure.getApplicationFailureInfo().getNonRetryable() ? "!" : "")
          + ": "
          + failure.getMessage();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
