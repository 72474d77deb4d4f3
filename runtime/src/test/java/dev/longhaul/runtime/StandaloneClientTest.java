package dev.longhaul.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.testing.ActivityOutcome;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.Rpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client and an activity that no workflow has. */
class StandaloneClientTest {
  private final FakeTemporalService service = FakeTemporalService.start();
  private final ManagedChannel channel = service.newChannel();
  private final LonghaulClient client = LonghaulClient.connect(LonghaulModule.forChannel(channel));
  private final FakeActivity activity =
      service.schedule(ActivitySpec.of("Work", "queue").standalone().activityId("job"));
  private final FullActivityId id =
      FullActivityId.standalone(FakeTemporalService.NAMESPACE, activity.activityId());

  @AfterEach
  void close() {
    client.close();
    channel.shutdownNow();
    service.close();
  }

  @Test
  void complete_closesIt() throws Exception {
    client.complete(id, "done").get(10, TimeUnit.SECONDS);

    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.Completed.class);
  }

  // The server answers with FAILED_PRECONDITION instead of NOT_FOUND here.
  @Test
  void completeOfAClosedOne_isNotFound() throws Exception {
    client.complete(id, "done").get(10, TimeUnit.SECONDS);

    CompletableFuture<Void> again = client.complete(id, "again");

    assertThatThrownBy(() -> again.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(ActivityNotFoundException.class);
  }

  @Test
  void completeWhoseFirstAnswerWasLost_isPossiblyApplied() {
    service.faults().next(Rpc.COMPLETE_BY_ID).loseAnswer(Status.UNAVAILABLE);

    CompletableFuture<Void> completed = client.complete(id, "done");

    assertThatThrownBy(() -> completed.get(20, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(
            ActivityNotFoundException.class, e -> assertThat(e.possiblyApplied()).isTrue());
  }
}
