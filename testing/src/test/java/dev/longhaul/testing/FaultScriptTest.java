package dev.longhaul.testing;

import static dev.longhaul.testing.Worker.QUEUE;
import static dev.longhaul.testing.Worker.outcomeOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.ByteString;
import dev.longhaul.proto.enums.v1.ResourceExhaustedCause;
import dev.longhaul.proto.enums.v1.ResourceExhaustedScope;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.testing.ActivityTable.Call;
import io.grpc.Status;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultScriptTest {
  private final FakeTemporalService service = FakeTemporalService.start();
  private final FaultScript faults = service.faults();
  private final Worker worker = new Worker(service);
  private final FakeActivity activity = service.schedule(ActivitySpec.of("Type", QUEUE));
  private final ByteString token = worker.pollToken();

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void refusedCall_hasNoEffect_once() {
    faults.next(Rpc.COMPLETE).refuse(Status.UNAVAILABLE);

    assertThat(complete()).isEqualTo("UNAVAILABLE");
    assertThat(activity.outcome()).isEmpty();
    assertThat(complete()).isEqualTo("OK");
  }

  @Test
  void refusal_carriesItsDetail() {
    faults
        .next(Rpc.COMPLETE)
        .refuse(
            Refusals.resourceExhausted(
                ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_BUSY_WORKFLOW,
                ResourceExhaustedScope.RESOURCE_EXHAUSTED_SCOPE_NAMESPACE));
    faults.next(Rpc.COMPLETE).refuse(Refusals.permissionDenied());

    assertThat(complete()).isEqualTo("RESOURCE_EXHAUSTED ResourceExhaustedFailure");
    assertThat(complete()).isEqualTo("PERMISSION_DENIED PermissionDeniedFailure");
  }

  @Test
  void rules_befallTheirOwnCallsSoManyTimes() {
    faults.next(2, Rpc.HEARTBEAT).refuse(Status.UNAVAILABLE);

    assertThat(heartbeat()).isEqualTo("UNAVAILABLE");
    assertThat(outcomeOf(() -> worker.byToken(Call.FAIL, token))).isEqualTo("OK");
    assertThat(heartbeat()).isEqualTo("UNAVAILABLE");
    assertThat(heartbeat()).isEqualTo("NOT_FOUND NotFoundFailure");
  }

  @Test
  void rule_holdsWhileItsConditionDoes() {
    AtomicBoolean down = new AtomicBoolean(true);
    faults.during(down::get, Rpc.HEARTBEAT).refuse(Status.UNAVAILABLE);

    assertThat(heartbeat()).isEqualTo("UNAVAILABLE");
    assertThat(heartbeat()).isEqualTo("UNAVAILABLE");
    down.set(false);
    assertThat(heartbeat()).isEqualTo("OK");
  }

  @Test
  void rule_fitsRequests() {
    faults
        .when(request -> ((RecordActivityTaskHeartbeatRequest) request).hasDetails(), Rpc.HEARTBEAT)
        .refuse(Status.UNAVAILABLE);

    assertThat(heartbeat()).isEqualTo("OK");
    assertThat(outcomeOf(() -> ignore(worker.heartbeat(token, "x")))).isEqualTo("UNAVAILABLE");
    faults.clear();
    assertThat(outcomeOf(() -> ignore(worker.heartbeat(token, "x")))).isEqualTo("OK");
  }

  @Test
  void lostAnswer_takesEffect() {
    faults.next(Rpc.COMPLETE).loseAnswer();

    ListenableFuture<RespondActivityTaskCompletedResponse> call = completeAsync();

    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.Completed.class);
    assertThat(call.isDone()).isFalse();
    assertThat(call.cancel(true)).isTrue();
  }

  @Test
  void lostAnswerWithStatus_takesEffectAndFails() {
    faults.next(Rpc.COMPLETE).loseAnswer(Status.UNAVAILABLE);

    assertThat(complete()).isEqualTo("UNAVAILABLE");
    assertThat(activity.outcome()).isPresent();
    assertThat(complete()).isEqualTo("NOT_FOUND NotFoundFailure");
  }

  @Test
  void lostRequest_hasNoEffectAndNoAnswer() {
    faults.next(Rpc.COMPLETE).loseRequest();

    ListenableFuture<RespondActivityTaskCompletedResponse> call = completeAsync();
    service.awaitCalls(Rpc.COMPLETE, 1);

    assertThat(activity.outcome()).isEmpty();
    assertThat(call.isDone()).isFalse();
  }

  @Test
  void lostPollAnswer_losesTheAttempt() {
    faults.next(Rpc.POLL).loseAnswer();
    FakeActivity lost = service.schedule(ActivitySpec.of("Type", QUEUE));

    OpenedPoll poll = new OpenedPoll(service);
    lost.awaitStarted(1);

    assertThat(poll.isAnswered()).isFalse();
    lost.timeOut(1);
    lost.endBackoff();
    assertThat(worker.poll().getAttempt()).isEqualTo(2);
  }

  @Test
  void delayedRequest_takesEffectWhenTheGateOpens() throws Exception {
    Gate gate = new Gate();
    faults.next(Rpc.COMPLETE).delayRequest(gate);
    ListenableFuture<RespondActivityTaskCompletedResponse> call = completeAsync();
    service.awaitCalls(Rpc.COMPLETE, 1);
    assertThat(activity.outcome()).isEmpty();

    gate.open();

    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.Completed.class);
    assertThat(call.get(10, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void delayedRequest_ofACallerThatGaveUp_stillTakesEffect() {
    Gate gate = new Gate();
    faults.next(Rpc.COMPLETE).delayRequest(gate);
    ListenableFuture<RespondActivityTaskCompletedResponse> call = completeAsync();
    service.awaitCalls(Rpc.COMPLETE, 1);
    assertThat(call.cancel(true)).isTrue();

    gate.open();

    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.Completed.class);
  }

  @Test
  void delayedAnswer_takesEffectAtOnce() throws Exception {
    Gate gate = new Gate();
    faults.next(Rpc.COMPLETE).delayAnswer(gate);
    ListenableFuture<RespondActivityTaskCompletedResponse> call = completeAsync();
    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.Completed.class);
    assertThat(call.isDone()).isFalse();

    gate.open();

    assertThat(call.get(10, TimeUnit.SECONDS)).isNotNull();
  }

  private String complete() {
    return outcomeOf(() -> worker.byToken(Call.COMPLETE, token));
  }

  private String heartbeat() {
    return outcomeOf(() -> worker.byToken(Call.HEARTBEAT, token));
  }

  private ListenableFuture<RespondActivityTaskCompletedResponse> completeAsync() {
    return WorkflowServiceGrpc.newFutureStub(service.newChannel())
        .withDeadlineAfter(30, TimeUnit.SECONDS)
        .respondActivityTaskCompleted(
            RespondActivityTaskCompletedRequest.newBuilder().setTaskToken(token).build());
  }

  private static void ignore(Object answer) {
    assertThat(answer).isNotNull();
  }
}
