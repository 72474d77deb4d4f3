package dev.longhaul.runtime.internal.connect;

import static dev.longhaul.runtime.internal.connect.DirectFixture.CANCELED;
import static dev.longhaul.runtime.internal.connect.DirectFixture.COMPLETED;
import static dev.longhaul.runtime.internal.connect.DirectFixture.FAILED;
import static dev.longhaul.runtime.internal.connect.DirectFixture.HEARTBEAT;
import static dev.longhaul.runtime.internal.connect.DirectFixture.answerOf;
import static dev.longhaul.runtime.internal.connect.DirectFixture.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.CancellationNotRequestedException;
import dev.longhaul.api.PayloadTooLargeException;
import dev.longhaul.api.RpcCode;
import dev.longhaul.api.options.RetryOptions;
import dev.longhaul.proto.enums.v1.ResourceExhaustedCause;
import dev.longhaul.proto.enums.v1.ResourceExhaustedScope;
import dev.longhaul.runtime.internal.manage.Answer.Acknowledged;
import dev.longhaul.testing.ActivityOutcome;
import dev.longhaul.testing.Gate;
import dev.longhaul.testing.Refusals;
import dev.longhaul.testing.Rpc;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, when, and until when. */
class DirectCallTest {
  @RegisterExtension final DirectFixture calls = new DirectFixture();

  @Test
  void waits_growFromAHundredMilliseconds() throws Exception {
    calls.service.faults().next(4, Rpc.COMPLETE).refuse(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(calls.token(), COMPLETED);
    for (int i = 0; i < 4; i++) {
      calls.pass();
    }

    answerOf(call);
    assertThat(calls.waitMillis()).containsExactly(100L, 170L, 289L, 491L);
    assertThat(calls.service.calls(Rpc.COMPLETE)).hasSize(5);
  }

  @Test
  void waits_growFromASecond_whileTheServerIsBusy() throws Exception {
    calls.service.faults().next(2, Rpc.COMPLETE).refuse(busy());
    calls.service.faults().next(1, Rpc.COMPLETE).refuse(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(calls.token(), COMPLETED);
    for (int i = 0; i < 3; i++) {
      calls.pass();
    }

    answerOf(call);
    assertThat(calls.waitMillis()).containsExactly(1000L, 1700L, 289L);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {
        "UNAVAILABLE",
        "UNKNOWN",
        "ABORTED",
        "DATA_LOSS",
        "OUT_OF_RANGE",
        "DEADLINE_EXCEEDED",
        "CANCELLED"
      })
  void codeThatMayPass_isTriedAgain(Status.Code code) throws Exception {
    calls.service.faults().next(Rpc.HEARTBEAT).refuse(code.toStatus());

    CompletableFuture<Acknowledged> call = calls.start(calls.token(), HEARTBEAT);

    calls.pass();
    answerOf(call);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {
        "NOT_FOUND",
        "INVALID_ARGUMENT",
        "FAILED_PRECONDITION",
        "ALREADY_EXISTS",
        "PERMISSION_DENIED",
        "UNAUTHENTICATED",
        "UNIMPLEMENTED"
      })
  void codeThatStays_isNotTriedAgain(Status.Code code) {
    calls.service.faults().next(Rpc.COMPLETE).refuse(code.toStatus().withDescription("no"));

    ActivityCompletionException failure = failed(calls.start(calls.token(), COMPLETED));

    assertThat(failure.code()).contains(RpcCode.valueOf(code.name()));
    assertThat(failure.possiblyApplied()).isFalse();
    assertThat(failure).hasMessageContaining("(no)").hasMessageContaining("could not complete");
    assertThat(calls.service.calls(Rpc.COMPLETE)).hasSize(1);
  }

  // The server broke in the midst of it: its text may be a dump of what was sent.
  @Test
  void internalError_isNotTriedAgain_isUnclear_andNotQuoted() {
    calls.service.faults().next(Rpc.COMPLETE).refuse(Status.INTERNAL.withDescription("dump 4111"));

    ActivityCompletionException failure = failed(calls.start(calls.token(), COMPLETED));

    assertThat(failure.code()).contains(RpcCode.INTERNAL);
    assertThat(failure.possiblyApplied()).isTrue();
    assertThat(failure.toString()).doesNotContain("4111");
    assertThat(failure).hasNoCause();
    assertThat(calls.service.calls(Rpc.COMPLETE)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RST_STREAM closed stream. HTTP/2 error code: INTERNAL_ERROR",
        "http2 exception",
        "Received unexpected EOS on empty DATA frame from server",
        "Encountered end-of-stream mid-frame"
      })
  void internalErrorOfTheTransport_isTriedAgain(String text) throws Exception {
    calls.service.faults().next(Rpc.COMPLETE).refuse(Status.INTERNAL.withDescription(text));

    CompletableFuture<Acknowledged> call = calls.start(calls.token(), COMPLETED);

    calls.pass();
    answerOf(call);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grpc: received message larger than max (5242880 vs. 4194304)",
        "gRPC message exceeds maximum size 4194304: 5242880"
      })
  void requestThatIsTooLarge_isNotTriedAgain(String text) {
    calls
        .service
        .faults()
        .next(Rpc.COMPLETE)
        .refuse(Status.RESOURCE_EXHAUSTED.withDescription(text));

    assertThat(failureOf(calls.start(calls.token(), COMPLETED)))
        .isInstanceOf(PayloadTooLargeException.class)
        .hasMessageContaining("reference");
    assertThat(calls.service.calls(Rpc.COMPLETE)).hasSize(1);
  }

  @Test
  void totalTimeout_endsTheTries_beforeTheWaitThatWouldExceedIt() {
    calls.service.faults().during(() -> true, Rpc.COMPLETE).refuse(busy());

    CompletableFuture<Acknowledged> call = calls.start(calls.token(), COMPLETED);
    long start = calls.clock.nanoTime();
    for (int i = 0; i < 13; i++) {
      calls.pass();
    }

    ActivityCompletionException failure = failed(call);
    assertThat(failure.getClass()).isEqualTo(ActivityCompletionException.class);
    assertThat(failure)
        .hasMessageContaining("RESOURCE_EXHAUSTED")
        .hasMessageContaining("after 14 tries in 55.5 s");
    assertThat(failure.possiblyApplied()).isFalse();
    assertThat(calls.waitMillis().subList(0, 5)).containsExactly(1000L, 1700L, 2890L, 4913L, 5000L);
    assertThat(Duration.ofNanos(calls.clock.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    assertThat(calls.service.calls(Rpc.COMPLETE)).hasSize(14);
  }

  @Test
  void totalTimeout_afterALostAnswer_leavesOpenWhetherItWasApplied() {
    calls.options(RetryOptions.defaults().toBuilder().totalTimeout(Duration.ofMillis(50)).build());
    calls.service.faults().next(Rpc.COMPLETE).loseAnswer(Status.UNAVAILABLE);

    ActivityCompletionException failure = failed(calls.start(calls.token(), COMPLETED));

    assertThat(failure.possiblyApplied()).isTrue();
    assertThat(failure)
        .hasMessageContaining("may have been applied")
        .hasMessageContaining("after one try");
    assertThat(calls.activity.outcome()).containsInstanceOf(ActivityOutcome.Completed.class);
  }

  @Test
  void lostAnswer_thenNotFound_isPossiblyApplied() {
    calls.service.faults().next(Rpc.COMPLETE).loseAnswer(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(calls.token(), COMPLETED);
    calls.pass();

    ActivityCompletionException failure = failed(call);
    assertThat(failure).isInstanceOf(ActivityNotFoundException.class);
    assertThat(failure.possiblyApplied()).isTrue();
  }

  @Test
  void busyServer_thenNotFound_isCertainlyNotApplied() {
    calls.service.faults().next(Rpc.COMPLETE).refuse(busy());

    CompletableFuture<Acknowledged> call = calls.start(calls.token(), COMPLETED);
    calls.awaitPause();
    calls.activity.timeOut(1);
    calls.pass();

    ActivityCompletionException failure = failed(call);
    assertThat(failure).isInstanceOf(ActivityNotFoundException.class);
    assertThat(failure.possiblyApplied()).isFalse();
  }

  // The refusal is about the second try; the first one may have completed the activity.
  @Test
  void lostAnswer_thenAnotherRefusal_isPossiblyApplied() {
    calls.service.faults().next(Rpc.COMPLETE).loseAnswer(Status.UNAVAILABLE);
    calls.service.faults().next(Rpc.COMPLETE).refuse(Refusals.permissionDenied());

    CompletableFuture<Acknowledged> call = calls.start(calls.token(), COMPLETED);
    calls.pass();

    ActivityCompletionException failure = failed(call);
    assertThat(failure.code()).contains(RpcCode.PERMISSION_DENIED);
    assertThat(failure.possiblyApplied()).isTrue();
  }

  @Test
  void slowAnswer_isGivenUpAtTheDeadlineOfTheTry_andAskedForAgain() {
    calls.options(RetryOptions.defaults().toBuilder().callTimeout(Duration.ofMillis(100)).build());
    Gate gate = new Gate();
    calls.service.faults().next(Rpc.COMPLETE).delayAnswer(gate);

    CompletableFuture<Acknowledged> call = calls.start(calls.token(), COMPLETED);
    calls.pass();

    assertThat(failed(call).possiblyApplied()).isTrue();
    assertThat(calls.service.calls(Rpc.COMPLETE)).hasSize(2);
    gate.open();
  }

  @Test
  void lostRequest_isSentAgain() throws Exception {
    calls.options(RetryOptions.defaults().toBuilder().callTimeout(Duration.ofMillis(100)).build());
    calls.service.faults().next(Rpc.FAIL).loseRequest();

    CompletableFuture<Acknowledged> call = calls.start(calls.token(), FAILED);
    calls.pass();

    answerOf(call);
    assertThat(calls.activity.attempt()).isEqualTo(2);
  }

  @Test
  void closing_endsAWaitingCall() {
    calls.service.faults().next(Rpc.COMPLETE).loseAnswer(Status.UNAVAILABLE);
    CompletableFuture<Acknowledged> call = calls.start(calls.token(), COMPLETED);
    calls.awaitPause();

    calls.pauses.close();

    ActivityCompletionException failure = failed(call);
    assertThat(failure).hasMessageContaining("client was closed");
    assertThat(failure.possiblyApplied()).isTrue();
    calls.clock.advance(Duration.ofMinutes(1));
    assertThat(calls.service.calls(Rpc.COMPLETE)).hasSize(1);
  }

  @Test
  void closing_endsACallWhoseAnswerComesLater() {
    Gate gate = new Gate();
    calls.service.faults().next(Rpc.CANCEL).delayRequest(gate);
    calls.service.faults().next(Rpc.COMPLETE).refuse(busy());
    CompletableFuture<Acknowledged> inFlight = calls.start(calls.token(), CANCELED);
    calls.service.awaitCalls(Rpc.CANCEL, 1);

    calls.pauses.close();
    gate.open();

    assertThat(failureOf(inFlight)).isInstanceOf(CancellationNotRequestedException.class);
    assertThat(failureOf(calls.start(calls.token(), COMPLETED)))
        .hasMessageContaining("client was closed");
    assertThat(calls.service.calls(Rpc.COMPLETE)).isEmpty();
  }

  private static StatusRuntimeException busy() {
    return Refusals.resourceExhausted(
        ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_RPS_LIMIT,
        ResourceExhaustedScope.RESOURCE_EXHAUSTED_SCOPE_NAMESPACE);
  }

  private static ActivityCompletionException failed(CompletableFuture<?> call) {
    return (ActivityCompletionException) failureOf(call);
  }
}
