package dev.longhaul.testing;

import static dev.longhaul.testing.Worker.QUEUE;
import static dev.longhaul.testing.Worker.outcomeOf;
import static dev.longhaul.testing.Worker.payloads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.google.protobuf.ByteString;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedResponse;
import dev.longhaul.testing.ActivityTable.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is too large is mostly accepted, and fails the activity. */
class SizeLimitsTest {
  private static final int LIMIT = 1000;
  private static final String LARGE = "x".repeat(LIMIT);

  private final FakeTemporalService service =
      FakeTemporalService.builder().blobSizeLimit(LIMIT).start();
  private final Worker worker = new Worker(service);
  private final FakeActivity activity = service.schedule(ActivitySpec.of("Type", QUEUE));
  private final ByteString token = worker.pollToken();

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void largeResult_isAcceptedAndFailsTheActivity() {
    worker.complete(token, payloads(LARGE));

    assertServerFailure("Complete result exceeds size limit.");
  }

  @Test
  void largeHeartbeatDetails_lookLikeACancelRequestAndFailTheActivity() {
    assertThat(worker.heartbeat(token, LARGE).getCancelRequested()).isTrue();

    assertServerFailure("Heartbeat details exceed size limit.");
    assertThat(outcomeOf(() -> worker.byToken(Call.CANCEL, token)))
        .isEqualTo("NOT_FOUND NotFoundFailure");
  }

  @Test
  void largeCancelDetails_areAcceptedAndFailTheActivity() {
    activity.requestCancel();
    worker.cancel(token, payloads(LARGE));

    assertServerFailure("Cancel details exceed size limit.");
  }

  @Test
  void largeFailure_isReplacedAndNotRetried() {
    Failure failure =
        Worker.failure(
            ApplicationFailureInfo.newBuilder()
                .setType("Broken")
                .setDetails(payloads(LARGE))
                .build());

    RespondActivityTaskFailedResponse response = worker.fail(token, failure);

    assertThat(response.getFailuresList())
        .extracting(Failure::getMessage)
        .containsExactly("Failure exceeds size limit.");
    Failure reported = assertServerFailure("Failure exceeds size limit.");
    assertThat(reported.getCause().getApplicationFailureInfo().getType()).isEqualTo("Broken");
    assertThat(reported.getCause().getApplicationFailureInfo().hasDetails()).isFalse();
  }

  @Test
  void largeLastHeartbeatDetails_areDroppedWithANote() {
    worker.heartbeat(token, "kept");

    RespondActivityTaskFailedResponse response =
        worker
            .stub()
            .respondActivityTaskFailed(
                RespondActivityTaskFailedRequest.newBuilder()
                    .setTaskToken(token)
                    .setFailure(Worker.failure("Broken"))
                    .setLastHeartbeatDetails(payloads(LARGE))
                    .build());

    assertThat(response.getFailuresCount()).isEqualTo(1);
    assertThat(activity.heartbeatDetails()).contains(payloads("kept"));
    assertThat(activity.attempt()).isEqualTo(2);
  }

  @Test
  void largeResultOfAnOldAttempt_isNotFound() {
    activity.timeOut(1);

    assertThat(outcomeOf(() -> worker.complete(token, payloads(LARGE))))
        .isEqualTo("NOT_FOUND NotFoundFailure");
  }

  private Failure assertServerFailure(String message) {
    Failure failure =
        assertThat(activity.awaitOutcome())
            .asInstanceOf(type(ActivityOutcome.Failed.class))
            .actual()
            .failure();
    assertThat(failure.getMessage()).isEqualTo(message);
    assertThat(failure.getServerFailureInfo().getNonRetryable()).isTrue();
    return failure;
  }
}
