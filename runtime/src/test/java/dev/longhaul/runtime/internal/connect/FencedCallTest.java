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
import dev.longhaul.api.RpcCode;
import dev.longhaul.api.options.RetryOptions;
import dev.longhaul.proto.enums.v1.ResourceExhaustedCause;
import dev.longhaul.proto.enums.v1.ResourceExhaustedScope;
import dev.longhaul.proto.enums.v1.WorkflowExecutionStatus;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedByIdRequest;
import dev.longhaul.runtime.internal.manage.Answer.Acknowledged;
import dev.longhaul.testing.ActivityOutcome;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.Refusals;
import dev.longhaul.testing.Rpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls by ids: no second one hits another attempt, or another run. */
class FencedCallTest {
  @RegisterExtension final DirectFixture calls = new DirectFixture();

  @Test
  void failure_whoseRequestWasLost_isSentAgain_sinceTheSameAttemptRuns() throws Exception {
    calls.service.faults().next(Rpc.FAIL_BY_ID).refuse(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(calls.id(), FAILED);
    calls.pass();

    answerOf(call);
    assertThat(calls.activity.attempt()).isEqualTo(2);
    assertThat(calls.service.calls(Rpc.FAIL_BY_ID)).hasSize(2);
    assertThat(calls.service.calls(Rpc.DESCRIBE_WORKFLOW_EXECUTION)).hasSize(2);
  }

  // Forbidden: the second failure ends the attempt that the first one gave rise to.
  @Test
  void failure_whoseAnswerWasLost_isNotSentAgain_onceTheNextAttemptRuns() {
    calls.service.faults().next(Rpc.FAIL_BY_ID).loseAnswer(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(calls.id(), FAILED);
    calls.awaitPause();
    calls.activity.endBackoff();
    calls.startAttempt();
    calls.pass();

    assertPossiblyEnded(call);
    assertThat(calls.service.calls(Rpc.FAIL_BY_ID)).hasSize(1);
    assertThat(calls.activity.attempt()).isEqualTo(2);
    assertThat(calls.activity.outcome()).isEmpty();
  }

  @Test
  void failure_whoseAnswerWasLost_isNotSentAgain_beforeTheNextAttemptRuns() {
    calls.service.faults().next(Rpc.FAIL_BY_ID).loseAnswer(Status.DEADLINE_EXCEEDED);

    CompletableFuture<Acknowledged> call = calls.start(calls.id(), FAILED);
    calls.pass();

    assertPossiblyEnded(call);
    assertThat(calls.service.calls(Rpc.FAIL_BY_ID)).hasSize(1);
  }

  // The attempt that runs has the number of the one that was failed, but it is another one.
  @Test
  void failure_whoseAnswerWasLost_isNotSentAgain_afterAReset() {
    calls.service.faults().next(Rpc.FAIL_BY_ID).loseAnswer(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(calls.id(), FAILED);
    calls.awaitPause();
    calls.service.clock().advance(Duration.ofMillis(1));
    calls.activity.reset();
    calls.startAttempt();
    assertThat(calls.activity.attempt()).isEqualTo(1);
    calls.pass();

    assertPossiblyEnded(call);
    assertThat(calls.service.calls(Rpc.FAIL_BY_ID)).hasSize(1);
  }

  @Test
  void cancellation_whoseRequestWasLost_isSentAgain() throws Exception {
    calls.activity.requestCancel();
    calls.service.faults().next(Rpc.CANCEL_BY_ID).refuse(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(calls.id(), CANCELED);
    calls.pass();

    answerOf(call);
    assertThat(calls.activity.outcome()).containsInstanceOf(ActivityOutcome.Cancelled.class);
  }

  @Test
  void cancellation_whoseAnswerWasLost_isPossiblyApplied() {
    calls.activity.requestCancel();
    calls.service.faults().next(Rpc.CANCEL_BY_ID).loseAnswer(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(calls.id(), CANCELED);
    calls.pass();

    assertPossiblyEnded(call);
    assertThat(calls.service.calls(Rpc.CANCEL_BY_ID)).hasSize(1);
  }

  @Test
  void lostAnswer_ofAWorkflowThatIsUnknownThen_isPossiblyApplied() {
    calls.service.faults().next(Rpc.FAIL_BY_ID).loseAnswer(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(calls.id(), FAILED);
    calls.awaitPause();
    calls
        .service
        .faults()
        .next(Rpc.DESCRIBE_WORKFLOW_EXECUTION)
        .refuse(Refusals.notFound("workflow execution not found"));
    calls.pass();

    assertPossiblyEnded(call);
  }

  @Test
  void busyServer_isProofEnough_andNobodyLooksAgain() throws Exception {
    calls
        .service
        .faults()
        .next(Rpc.FAIL_BY_ID)
        .refuse(
            Refusals.resourceExhausted(
                ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_RPS_LIMIT,
                ResourceExhaustedScope.RESOURCE_EXHAUSTED_SCOPE_NAMESPACE));

    CompletableFuture<Acknowledged> call = calls.start(calls.id(), FAILED);
    calls.pass();

    answerOf(call);
    assertThat(calls.service.calls(Rpc.DESCRIBE_WORKFLOW_EXECUTION)).hasSize(1);
  }

  @Test
  void refusedConnection_isProofEnough_andNobodyLooksAgain() throws Exception {
    RefusedConnections refused = new RefusedConnections("RespondActivityTaskFailedById", 2);

    CompletableFuture<Acknowledged> call = calls.intercept(refused).start(calls.id(), FAILED);
    calls.pass();
    calls.pass();

    answerOf(call);
    assertThat(calls.service.calls(Rpc.FAIL_BY_ID)).hasSize(1);
    assertThat(calls.service.calls(Rpc.DESCRIBE_WORKFLOW_EXECUTION)).hasSize(1);
  }

  // Once an answer was lost, what comes after it proves nothing about it.
  @Test
  void refusedConnection_afterALostAnswer_isNoProof() {
    calls.service.faults().next(Rpc.FAIL_BY_ID).loseAnswer(Status.UNAVAILABLE);
    RefusedConnections refused = new RefusedConnections("DescribeWorkflowExecution", 0);

    CompletableFuture<Acknowledged> call = calls.intercept(refused).start(calls.id(), FAILED);
    calls.awaitPause();
    refused.left.set(1);
    calls.pass();
    calls.pass();

    assertPossiblyEnded(call);
    assertThat(calls.service.calls(Rpc.FAIL_BY_ID)).hasSize(1);
  }

  @Test
  void look_thatIsForbidden_doesNotKeepTheReportFromBeingSent() throws Exception {
    calls
        .service
        .faults()
        .during(() -> true, Rpc.DESCRIBE_WORKFLOW_EXECUTION)
        .refuse(Refusals.permissionDenied());

    answerOf(calls.start(calls.id(), FAILED));

    assertThat(calls.activity.attempt()).isEqualTo(2);
  }

  @Test
  void lostAnswer_whileLooksAreForbidden_isPossiblyApplied_atOnce() {
    calls
        .service
        .faults()
        .during(() -> true, Rpc.DESCRIBE_WORKFLOW_EXECUTION)
        .refuse(Refusals.permissionDenied());
    calls.service.faults().next(Rpc.FAIL_BY_ID).loseAnswer(Status.UNAVAILABLE);

    ActivityCompletionException failure = failed(calls.start(calls.id(), FAILED));

    assertThat(failure.possiblyApplied()).isTrue();
    assertThat(failure.code()).contains(RpcCode.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("task token");
    assertThat(calls.service.calls(Rpc.FAIL_BY_ID)).hasSize(1);
  }

  @Test
  void looks_areBoundByTheTotalTimeout_too() {
    calls.options(RetryOptions.defaults().toBuilder().totalTimeout(Duration.ofMillis(300)).build());
    calls.service.faults().next(Rpc.FAIL_BY_ID).loseAnswer(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(calls.id(), FAILED);
    calls.awaitPause();
    calls
        .service
        .faults()
        .during(() -> true, Rpc.DESCRIBE_WORKFLOW_EXECUTION)
        .refuse(Status.UNAVAILABLE);
    calls.pass();
    calls.pass();

    ActivityCompletionException failure = failed(call);
    assertThat(failure).hasMessageContaining("given up");
    assertThat(failure.possiblyApplied()).isTrue();
  }

  @Test
  void firstLook_isTriedAgain() throws Exception {
    calls.service.faults().next(2, Rpc.DESCRIBE_WORKFLOW_EXECUTION).refuse(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(calls.idOfCurrentRun(), COMPLETED);
    calls.pass();
    calls.pass();

    answerOf(call);
  }

  @Test
  void firstLook_thatFindsNoWorkflow_isTheAnswer_andNothingIsSent() {
    calls
        .service
        .faults()
        .next(Rpc.DESCRIBE_WORKFLOW_EXECUTION)
        .refuse(Refusals.notFound("workflow execution not found"));

    ActivityCompletionException failure = failed(calls.start(calls.idOfCurrentRun(), COMPLETED));

    assertThat(failure).isInstanceOf(ActivityNotFoundException.class);
    assertThat(failure.possiblyApplied()).isFalse();
    assertThat(calls.service.calls(Rpc.COMPLETE_BY_ID)).isEmpty();
  }

  // Forbidden: a try that is repeated completes an activity of the run that follows.
  @Test
  void missingRunId_isPinned_soThatALaterTryDoesNotHitTheNextRun() {
    calls.service.faults().next(Rpc.COMPLETE_BY_ID).refuse(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(calls.idOfCurrentRun(), COMPLETED);
    calls.awaitPause();
    String firstRun = calls.activity.runId();
    calls.activity.closeWorkflow(
        WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW);
    FakeActivity next = calls.schedule();
    assertThat(next.activityId()).isEqualTo(calls.activity.activityId());
    calls.pass();

    assertThat(failureOf(call)).isInstanceOf(ActivityNotFoundException.class);
    assertThat(next.outcome()).isEmpty();
    assertThat(calls.service.calls(Rpc.DESCRIBE_WORKFLOW_EXECUTION)).hasSize(1);
    assertThat(calls.service.calls(Rpc.COMPLETE_BY_ID))
        .extracting(sent -> sent.request(RespondActivityTaskCompletedByIdRequest.class).getRunId())
        .containsExactly(firstRun, firstRun);
  }

  @Test
  void completionsAndHeartbeats_withARunId_areNotLookedAt_andTriedAgain() throws Exception {
    calls.service.faults().next(Rpc.HEARTBEAT_BY_ID).refuse(Status.UNAVAILABLE);
    calls.service.faults().next(Rpc.COMPLETE_BY_ID).refuse(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> heartbeat = calls.start(calls.id(), HEARTBEAT);
    calls.pass();
    answerOf(heartbeat);
    CompletableFuture<Acknowledged> completion = calls.start(calls.id(), COMPLETED);
    calls.pass();
    answerOf(completion);

    assertThat(calls.service.calls(Rpc.DESCRIBE_WORKFLOW_EXECUTION)).isEmpty();
  }

  private static void assertPossiblyEnded(CompletableFuture<?> call) {
    ActivityCompletionException failure = failed(call);
    assertThat(failure).isInstanceOf(ActivityNotFoundException.class);
    assertThat(failure.possiblyApplied()).isTrue();
    assertThat(failure).hasMessageContaining("may have been applied");
  }

  private static ActivityCompletionException failed(CompletableFuture<?> call) {
    return (ActivityCompletionException) failureOf(call);
  }

  /** Calls of one method fail as they do where nothing listens. */
  private static final class RefusedConnections implements ClientInterceptor {
    private final String method;
    final AtomicInteger left;

    RefusedConnections(String method, int times) {
      this.method = method;
      this.left = new AtomicInteger(times);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> called, CallOptions options, Channel next) {
      return method.equals(called.getBareMethodName()) && left.getAndDecrement() > 0
          ? new Refused<>()
          : next.newCall(called, options);
    }
  }

  private static final class Refused<Q, A> extends ClientCall<Q, A> {
    @Override
    public void start(Listener<A> listener, Metadata headers) {
      listener.onClose(
          Status.UNAVAILABLE
              .withDescription("io exception")
              .withCause(new ConnectException("Connection refused")),
          new Metadata());
    }

    @Override
    public void request(int count) {}

    @Override
    public void cancel(@Nullable String message, @Nullable Throwable cause) {}

    @Override
    public void halfClose() {}

    @Override
    public void sendMessage(Q message) {}
  }
}
