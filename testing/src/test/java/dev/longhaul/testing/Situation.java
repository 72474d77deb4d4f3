package dev.longhaul.testing;

import com.google.protobuf.ByteString;
import dev.longhaul.testing.ActivityTable.Address;
import dev.longhaul.testing.ActivityTable.Call;
import dev.longhaul.testing.TestedActivity.Ending;
import java.time.Duration;
import java.util.UUID;

/** An activity whose first attempt failed and whose second one was brought to a state. */
record Situation(Running first, Running second, String runId) {
  private static final Duration FAR_OFF = Duration.ofHours(1);

  static Situation of(TestedServer server, String state, Kind kind) {
    Running first = Running.of(server, kind::applyTo);
    Running second = first.next();
    TestedActivity activity = second.activity();
    switch (state) {
      case "STARTED", "UNKNOWN_RUN" -> {}
      case "STARTED_CANCEL_REQUESTED" -> activity.requestCancel();
      case "STARTED_PAUSED" -> activity.pause();
      case "STARTED_PAUSED_AND_CANCELLED" -> {
        activity.pause();
        activity.requestCancel();
      }
      case "STARTED_RESET" -> activity.reset();
      case "BACKING_OFF" -> second.fail(FAR_OFF);
      case "QUEUED" -> {
        second.fail(Duration.ofMillis(1));
        server.pass(Duration.ofMillis(1));
      }
      case "PAUSED" -> {
        second.fail(FAR_OFF);
        activity.pause();
      }
      case "CLOSED" -> second.worker().complete(second.token(), Worker.payloads("done"));
      default -> activity.end(Ending.valueOf(state.substring("RUN_".length())));
    }
    boolean elsewhere = state.equals("UNKNOWN_RUN");
    return new Situation(
        first, second, elsewhere ? UUID.randomUUID().toString() : activity.runId());
  }

  /** A call without contents. */
  void call(Call call, Address address) {
    Worker worker = second.worker();
    TestedActivity activity = second.activity();
    switch (address) {
      case CURRENT_TOKEN -> worker.byToken(call, inThisRun(second.token()));
      case OLD_TOKEN -> worker.byToken(call, inThisRun(first.token()));
      case ID -> worker.byId(call, activity.workflowId(), runId, activity.activityId());
    }
  }

  String standing() {
    return second.standing();
  }

  private ByteString inThisRun(ByteString token) {
    return Tokens.replace(token, second.activity().runId(), runId);
  }
}
