package dev.longhaul.runtime.internal.connect;

import dev.longhaul.runtime.internal.time.Alarm;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.runtime.internal.time.Nanos;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call with one request and one answer.
 *
 * <p>The server is told the time that the call has, but its end is watched here. gRPC would set and
 * cancel a timer for each call, and for that wake whatever network thread is next, which costs more
 * than the rest of the call.
 */
final class UnaryCall<Q, A> extends ClientCall.Listener<A> {
  private static final Metadata.Key<String> TIMEOUT =
      Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);

  /** Numbers of timeouts have eight digits at most. */
  private static final long MOST = 99_999_999;

  private final Sending sending;
  private final ClientCall<Q, A> call;
  private final Duration time;
  private final Alarms alarms;
  private final Alarm timeout = new Timeout();
  private final CompletableFuture<A> answer = new CompletableFuture<>();
  private volatile boolean overdue;

  /** Written and read by gRPC alone, which calls a listener once at a time. */
  private @Nullable A received;

  private UnaryCall(Sending sending, ClientCall<Q, A> call, Duration time, Alarms alarms) {
    this.sending = sending;
    this.call = call;
    this.time = time;
    this.alarms = alarms;
  }

  /** A call that has not started. Throws what an interceptor of the channel throws. */
  static <Q, A> UnaryCall<Q, A> to(
      MethodDescriptor<Q, A> method, Channel channel, Duration time, Alarms alarms) {
    Sending sending = new Sending();
    CallOptions options = CallOptions.DEFAULT.withStreamTracerFactory(sending);
    return new UnaryCall<>(sending, channel.newCall(method, options), time, alarms);
  }

  /**
   * Completes when the server has answered, or fails with the status of the call: a {@link
   * NeverSentException} if nothing of it has left this process.
   */
  CompletableFuture<A> answer() {
    return answer;
  }

  /** To be called once; throws what an interceptor of the channel throws. */
  void start(Q request) {
    Metadata headers = new Metadata();
    headers.put(TIMEOUT, text(time));
    alarms.setAfter(timeout, Nanos.of(time));
    try {
      call.start(this, headers);
      call.request(1);
      call.sendMessage(request);
      call.halfClose();
    } catch (RuntimeException e) {
      alarms.cancel(timeout);
      cancel();
      throw e;
    }
  }

  /** Gives it up; the server may have taken it all the same. */
  void cancel() {
    call.cancel("no longer wanted", null);
  }

  private final class Timeout extends Alarm {
    // The answer fails when the call has ended: only then is it certain what was sent.
    @Override
    protected void ring() {
      overdue = true;
      call.cancel("its time is over", null);
    }
  }

  @Override
  public void onMessage(A message) {
    received = message;
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    alarms.cancel(timeout);
    if (!status.isOk()) {
      fail(overdue ? noAnswer() : status, trailers);
    } else if (received == null) {
      fail(Status.INTERNAL.withDescription("end-of-stream before an answer"), trailers);
    } else {
      answer.complete(received);
    }
  }

  private void fail(Status status, Metadata trailers) {
    answer.completeExceptionally(
        sending.hasBegun()
            ? status.asRuntimeException(trailers)
            : new NeverSentException(status, trailers));
  }

  private Status noAnswer() {
    return Status.DEADLINE_EXCEEDED.withDescription(
        (sending.hasBegun() ? "no answer within " : "no connection within ")
            + time.toMillis()
            + " ms");
  }

  private static String text(Duration time) {
    long millis = Math.max(1, time.toMillis());
    return millis <= MOST ? millis + "m" : Math.min(time.toSeconds(), MOST) + "S";
  }
}
