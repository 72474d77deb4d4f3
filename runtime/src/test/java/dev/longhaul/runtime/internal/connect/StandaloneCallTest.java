package dev.longhaul.runtime.internal.connect;

import static dev.longhaul.runtime.internal.connect.DirectFixture.COMPLETED;
import static dev.longhaul.runtime.internal.connect.DirectFixture.FAILED;
import static dev.longhaul.runtime.internal.connect.DirectFixture.answerOf;
import static dev.longhaul.runtime.internal.connect.DirectFixture.failureOf;
import static dev.longhaul.runtime.internal.connect.DirectFixture.standalone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.proto.enums.v1.TimeoutType;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedByIdRequest;
import dev.longhaul.runtime.internal.manage.Answer.Acknowledged;
import dev.longhaul.testing.ActivityOutcome;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.Rpc;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls by ids on activities that no workflow has: no second one hits another run or attempt. */
class StandaloneCallTest {
  @RegisterExtension final DirectFixture calls = new DirectFixture();

  // Forbidden: a try that is repeated completes the next activity of this id.
  @Test
  void missingRunId_isPinned() {
    FakeActivity first = calls.scheduleStandalone();
    calls.service.faults().next(Rpc.COMPLETE_BY_ID).refuse(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(standalone(), COMPLETED);
    calls.awaitPause();
    first.timeOut(TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE);
    FakeActivity second = calls.scheduleStandalone();
    calls.pass();

    assertThat(failureOf(call)).isInstanceOf(ActivityNotFoundException.class);
    assertThat(second.outcome()).isEmpty();
    assertThat(calls.service.calls(Rpc.COMPLETE_BY_ID))
        .extracting(sent -> sent.request(RespondActivityTaskCompletedByIdRequest.class).getRunId())
        .containsOnly(first.runId());
  }

  @Test
  void failure_whoseRequestWasLost_isSentAgain_sinceTheSameAttemptRuns() throws Exception {
    FakeActivity activity = calls.scheduleStandalone();
    calls.service.faults().next(Rpc.FAIL_BY_ID).refuse(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(standalone(), FAILED);
    calls.pass();

    answerOf(call);
    assertThat(activity.attempt()).isEqualTo(2);
    assertThat(calls.service.calls(Rpc.DESCRIBE_ACTIVITY_EXECUTION)).hasSize(2);
  }

  @Test
  void failure_whoseAnswerWasLost_isNotSentAgain_onceTheNextAttemptRuns() {
    FakeActivity activity = calls.scheduleStandalone();
    calls.service.faults().next(Rpc.FAIL_BY_ID).loseAnswer(Status.UNAVAILABLE);

    CompletableFuture<Acknowledged> call = calls.start(standalone(), FAILED);
    calls.awaitPause();
    activity.endBackoff();
    calls.startAttempt();
    calls.pass();

    ActivityCompletionException failure = (ActivityCompletionException) failureOf(call);
    assertThat(failure).isInstanceOf(ActivityNotFoundException.class);
    assertThat(failure.possiblyApplied()).isTrue();
    assertThat(calls.service.calls(Rpc.FAIL_BY_ID)).hasSize(1);
    assertThat(activity.attempt()).isEqualTo(2);
  }

  @Test
  void serverThatCannotTellOfThem_isSentTheReportAllTheSame() throws Exception {
    FakeActivity activity = calls.scheduleStandalone();
    calls
        .service
        .faults()
        .during(() -> true, Rpc.DESCRIBE_ACTIVITY_EXECUTION)
        .refuse(Status.UNIMPLEMENTED);

    answerOf(calls.start(standalone(), COMPLETED));

    assertThat(activity.outcome()).containsInstanceOf(ActivityOutcome.Completed.class);
  }
}
