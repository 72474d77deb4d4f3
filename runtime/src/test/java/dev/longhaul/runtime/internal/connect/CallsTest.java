package dev.longhaul.runtime.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.longhaul.proto.workflowservice.v1.GetSystemInfoRequest;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.testing.FakeClock;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallsTest {
  private static final Duration TIME = Duration.ofSeconds(10);
  private static final GetSystemInfoResponse ANSWER =
      GetSystemInfoResponse.newBuilder().setServerVersion("1.2.3").build();

  private final FakeClock clock = new FakeClock();
  private final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private Server server;
  private ManagedChannel channel;
  private Calls calls;

  /** A call that waits for its answer. */
  private record Taken(Deadline deadline, StreamObserver<GetSystemInfoResponse> answer) {}

  @BeforeEach
  void start() throws IOException {
    String name = UUID.randomUUID().toString();
    server = InProcessServerBuilder.forName(name).addService(new Taking()).build().start();
    channel = InProcessChannelBuilder.forName(name).directExecutor().build();
    calls = new Calls(channel, Alarms.mostlyCancelled(clock::nanoTime, clock::schedule));
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void answer_isThere_onlyWhenTheCallEndedWell() throws Exception {
    CompletableFuture<GetSystemInfoResponse> answer = call(calls, TIME);
    StreamObserver<GetSystemInfoResponse> observer = taken.take().answer();
    observer.onNext(ANSWER);
    observer.onError(Status.ABORTED.asRuntimeException());
    assertThat(status(answer)).isEqualTo(Status.Code.ABORTED);
  }

  @Test
  void answeredCall_isNotOverdueLater() throws Exception {
    CompletableFuture<GetSystemInfoResponse> answer = call(calls, TIME);
    StreamObserver<GetSystemInfoResponse> observer = taken.take().answer();
    observer.onNext(ANSWER);
    observer.onCompleted();
    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(ANSWER);
    clock.advance(TIME);
    assertThat(clock.pendingTasks()).isZero();
  }

  @Test
  void unansweredCall_failsWhenItsTimeIsOver_andTheServerLearnsIt() throws Exception {
    CompletableFuture<GetSystemInfoResponse> answer = call(calls, TIME);
    taken.take();
    clock.advance(TIME.minusNanos(1));
    assertThat(answer).isNotDone();
    clock.advance(Duration.ofNanos(1));
    assertThat(status(answer)).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void failure_ofACallThatHadNoConnection_tellsThatNothingWasSent() throws Exception {
    server.shutdownNow().awaitTermination();
    assertThat(catchThrowable(() -> call(calls, TIME).get(10, TimeUnit.SECONDS)))
        .cause()
        .isInstanceOf(NeverSentException.class);
  }

  @Test
  void failure_ofACallThatHadAConnection_doesNotTellThatNothingWasSent() throws Exception {
    CompletableFuture<GetSystemInfoResponse> answer = call(calls, TIME);
    taken.take().answer().onError(Status.UNAVAILABLE.asRuntimeException());
    assertThat(catchThrowable(() -> answer.get(10, TimeUnit.SECONDS)))
        .cause()
        .isNotInstanceOf(NeverSentException.class);
  }

  @ParameterizedTest
  @CsvSource({"PT2S, 2", "PT1M10S, 70", "P30D, 2592000"})
  void server_isToldTheTime(Duration time, long seconds) throws Exception {
    call(calls, time);
    assertThat(taken.take().deadline().timeRemaining(TimeUnit.SECONDS))
        .isBetween(seconds - 2, seconds);
  }

  @Test
  void cancelledCall_fails_andTheServerLearnsIt() throws Exception {
    Calls.Pending<GetSystemInfoResponse> pending =
        calls.startCancellable(
            WorkflowServiceGrpc.getGetSystemInfoMethod(),
            GetSystemInfoRequest.getDefaultInstance(),
            TIME);
    taken.take();
    pending.cancel().run();
    assertThat(status(pending.answer())).isEqualTo(Status.Code.CANCELLED);
    assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void callThatCannotStart_fails() {
    IllegalStateException broken = new IllegalStateException("no credentials");
    Channel breaking = ClientInterceptors.intercept(channel, new Breaking(broken));
    Calls calls = new Calls(breaking, Alarms.mostlyCancelled(clock::nanoTime, clock::schedule));
    assertThat(catchThrowable(() -> call(calls, TIME).get(10, TimeUnit.SECONDS))).hasCause(broken);
  }

  private static CompletableFuture<GetSystemInfoResponse> call(Calls calls, Duration time) {
    return calls.start(
        WorkflowServiceGrpc.getGetSystemInfoMethod(),
        GetSystemInfoRequest.getDefaultInstance(),
        time);
  }

  private static Status.Code status(CompletableFuture<?> answer) {
    Throwable failure = catchThrowable(() -> answer.get(10, TimeUnit.SECONDS));
    return Status.fromThrowable(failure).getCode();
  }

  private final class Taking extends WorkflowServiceGrpc.WorkflowServiceImplBase {
    @Override
    public void getSystemInfo(
        GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
      ((ServerCallStreamObserver<GetSystemInfoResponse>) answer)
          .setOnCancelHandler(cancelled::countDown);
      taken.add(new Taken(Context.current().getDeadline(), answer));
    }
  }

  private record Breaking(RuntimeException thrown) implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      throw thrown;
    }
  }
}
