package dev.longhaul.testing.junit5;

import com.google.protobuf.ByteString;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedRequest;
import dev.longhaul.runtime.DataConverter;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.RecordedCall;
import dev.longhaul.testing.Rpc;
import dev.longhaul.testing.junit5.HandlerEvent.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The outcome of an activity, as it reached the server.
 *
 * @param converter reads what was sent
 */
record Reports(
    FakeTemporalService service, FakeActivity activity, DataConverter converter, RunLog<?> log) {

  /** Empty as long as there is none. */
  Optional<AttemptOutcome> outcome() {
    Optional<AttemptOutcome> reported =
        Stream.of(Rpc.COMPLETE, Rpc.FAIL, Rpc.CANCEL)
            .flatMap(rpc -> service.calls(rpc).stream())
            .filter(call -> activity.isToken(token(call)))
            .findFirst()
            .map(this::reported);
    return reported.or(
        () -> log.end().map(how -> new AttemptOutcome.Unreported(at(Kind.ENDED), how)));
  }

  private AttemptOutcome reported(RecordedCall call) {
    Duration at = at(Kind.OUTCOME_DECIDED);
    return switch (call.rpc()) {
      case COMPLETE ->
          new AttemptOutcome.Completed(
              at,
              converter.fromPayloads(
                  call.request(RespondActivityTaskCompletedRequest.class).getResult()));
      case FAIL ->
          new AttemptOutcome.Failed(
              at,
              converter.fromFailure(
                  call.request(RespondActivityTaskFailedRequest.class).getFailure()));
      default ->
          new AttemptOutcome.Cancelled(
              at,
              converter.fromPayloads(
                  call.request(RespondActivityTaskCanceledRequest.class).getDetails()));
    };
  }

  private static ByteString token(RecordedCall call) {
    return switch (call.rpc()) {
      case COMPLETE -> call.request(RespondActivityTaskCompletedRequest.class).getTaskToken();
      case FAIL -> call.request(RespondActivityTaskFailedRequest.class).getTaskToken();
      default -> call.request(RespondActivityTaskCanceledRequest.class).getTaskToken();
    };
  }

  private Duration at(Kind kind) {
    return log.last(kind).map(HandlerEvent::at).orElseGet(log::elapsed);
  }
}
