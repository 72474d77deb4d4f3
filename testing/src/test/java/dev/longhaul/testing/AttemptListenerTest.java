package dev.longhaul.testing;

import static dev.longhaul.testing.Worker.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.longhaul.proto.enums.v1.TimeoutType;
import dev.longhaul.testing.ActivityTable.Call;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttemptListenerTest {
  private static final String ID = "the activity";
  private static final ActivitySpec SPEC = ActivitySpec.of("Type", QUEUE).activityId(ID);

  private final List<String> told = new ArrayList<>();
  private final FakeTemporalService service =
      FakeTemporalService.builder().listener(new Listener()).keepsNoCalls().start();
  private final Worker worker = new Worker(service);

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void eachAttempt_startsAndEndsOnce_andTheActivityIsClosedAfterItsLast() {
    FakeActivity activity = service.schedule(SPEC);
    ByteString first = worker.pollToken();
    worker.fail(first, Worker.failure("Broken"));
    activity.endBackoff();
    ByteString second = worker.pollToken();
    activity.timeOut(TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE);
    activity.endBackoff();
    ByteString third = worker.pollToken();
    worker.heartbeat(third);
    worker.complete(third, Worker.payloads("done"));

    assertThat(told)
        .containsExactly(
            "started 1 " + digest(first),
            "ended " + digest(first) + " Failed",
            "started 2 " + digest(second),
            "ended " + digest(second) + " TimedOut",
            "started 3 " + digest(third),
            "heartbeat " + digest(third),
            "ended " + digest(third) + " Completed",
            "closed Completed");
  }

  @Test
  void activityThatIsClosedWhileNoAttemptRuns_endsNone() {
    service.schedule(SPEC).requestCancel();
    assertThat(told).containsExactly("closed Cancelled");
  }

  @Test
  void refusals_areToldByWhatTheyNamed() {
    FakeActivity activity = service.schedule(SPEC);
    ByteString token = worker.pollToken();
    worker.complete(token, Worker.payloads("done"));
    told.clear();
    assertThat(Worker.outcomeOf(() -> worker.byToken(Call.COMPLETE, token))).contains("NOT_FOUND");
    assertThat(Worker.outcomeOf(() -> worker.byId(Call.FAIL, "workflow", activity.runId(), ID)))
        .contains("NOT_FOUND");
    assertThat(told)
        .containsExactly("refused COMPLETE  " + digest(token), "refused FAIL_BY_ID " + ID + " 0");
  }

  @Test
  void serviceThatKeepsNoCalls_hasNone() {
    service.schedule(SPEC);
    worker.pollToken();
    assertThat(service.calls(Rpc.POLL)).isEmpty();
  }

  @Test
  void serviceIsServedAtOtherPlacesToo_untilItIsClosed() {
    Server server = service.serveAt(InProcessServerBuilder.forName("another place"));
    ManagedChannel channel = InProcessChannelBuilder.forName("another place").build();
    service.schedule(SPEC);
    assertThat(new Worker(channel).poll().getActivityId()).isEqualTo(ID);
    channel.shutdownNow();
    service.close();
    assertThat(server.isShutdown()).isTrue();
  }

  private static String digest(ByteString token) {
    return Integer.toString(token.isEmpty() ? 0 : token.hashCode());
  }

  private final class Listener implements AttemptListener {
    @Override
    public void started(String activityId, int attempt, ByteString token) {
      tell(activityId, "started " + attempt + " " + digest(token));
    }

    @Override
    public void heartbeat(String activityId, ByteString token) {
      tell(activityId, "heartbeat " + digest(token));
    }

    @Override
    public void ended(String activityId, ByteString token, ActivityOutcome how) {
      tell(activityId, "ended " + digest(token) + " " + how.getClass().getSimpleName());
    }

    @Override
    public void closed(String activityId, ActivityOutcome how) {
      tell(activityId, "closed " + how.getClass().getSimpleName());
    }

    @Override
    public void refused(Rpc rpc, String activityId, ByteString token) {
      told.add("refused " + rpc + " " + activityId + " " + digest(token));
    }

    private void tell(String activityId, String what) {
      assertThat(activityId).isEqualTo(ID);
      told.add(what);
    }
  }
}
