package dev.longhaul.testing;

import static dev.longhaul.testing.Worker.IDENTITY;
import static dev.longhaul.testing.Worker.QUEUE;
import static dev.longhaul.testing.Worker.payloads;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
  private final FakeTemporalService service = FakeTemporalService.start();
  private final Worker worker = new Worker(service);
  private final FakeActivity activity = service.schedule(ActivitySpec.of("Type", QUEUE));
  private final ByteString token = worker.pollToken();

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void details_areOverwritten() {
    worker.heartbeat(token, "one");
    worker.heartbeat(token, "two", "three");

    assertThat(activity.heartbeatDetails()).contains(payloads("two", "three"));
  }

  @Test
  void absentDetails_eraseTheStoredOnes() {
    worker.heartbeat(token, "one");
    worker.heartbeat(token);

    assertThat(activity.heartbeatDetails()).isEmpty();
  }

  @Test
  void heartbeats_areRecorded() {
    service.clock().advance(Duration.ofSeconds(3));
    worker.heartbeat(token, "one");
    worker.heartbeat(token);
    activity.awaitHeartbeats(2);

    assertThat(activity.heartbeats())
        .containsExactly(
            new RecordedHeartbeat(payloads("one"), IDENTITY, 1, service.clock().now()),
            new RecordedHeartbeat(null, IDENTITY, 1, service.clock().now()));
    assertThat(activity.pending().orElseThrow().getLastWorkerIdentity()).isEqualTo(IDENTITY);
  }

  @Test
  void nextAttempt_getsTheLastDetails() {
    worker.heartbeat(token, "one");
    activity.timeOut(1);
    activity.endBackoff();

    PollActivityTaskQueueResponse second = worker.poll();

    assertThat(second.getAttempt()).isEqualTo(2);
    assertThat(second.getHeartbeatDetails()).isEqualTo(payloads("one"));
  }

  @Test
  void lastHeartbeatDetailsOfAFailure_areStored() {
    worker.heartbeat(token, "one");
    worker.call(
        RespondActivityTaskFailedRequest.newBuilder()
            .setTaskToken(token)
            .setFailure(Worker.failure("Type"))
            .setLastHeartbeatDetails(payloads("last"))
            .build());

    assertThat(activity.heartbeatDetails()).contains(payloads("last"));
  }

  @Test
  void flags_areToldUntilTheStateChanges() {
    assertThat(worker.heartbeat(token))
        .isEqualTo(RecordActivityTaskHeartbeatResponse.getDefaultInstance());

    activity.pause();
    assertThat(worker.heartbeat(token).getActivityPaused()).isTrue();
    activity.requestCancel();
    activity.reset();
    RecordActivityTaskHeartbeatResponse all = worker.heartbeat(token);
    assertThat(all.getActivityPaused()).isTrue();
    assertThat(all.getCancelRequested()).isTrue();
    assertThat(all.getActivityReset()).isTrue();

    activity.unpause();
    assertThat(worker.heartbeat(token).getActivityPaused()).isFalse();
    assertThat(worker.heartbeat(token).getCancelRequested()).isTrue();
  }
}
