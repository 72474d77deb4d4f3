package dev.longhaul.testing;

import static dev.longhaul.testing.Worker.IDENTITY;
import static dev.longhaul.testing.Worker.QUEUE;
import static dev.longhaul.testing.Worker.payloads;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the fake service keeps of heartbeats; what they do is in {@link HeartbeatSemantics}. */
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
}
