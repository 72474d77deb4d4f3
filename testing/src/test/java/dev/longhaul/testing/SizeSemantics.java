package dev.longhaul.testing;

import static dev.longhaul.testing.Requests.set;
import static dev.longhaul.testing.Worker.payloads;

import com.google.protobuf.Message;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.testing.ActivityTable.Call;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What becomes of what is too large: most of it is accepted, and ends the activity. */
interface SizeSemantics {
  String OVER_2_MIB = "x".repeat(2 << 20);
  String OVER_4_MIB = "x".repeat(4 << 20);
  String ENDED = "FAILED NON_RETRYABLE_FAILURE";

  TestedServer server();

  @TestFactory
  default Stream<DynamicTest> sizes() {
    return Stream.of(
            both(
                Call.COMPLETE,
                "a result over 2 MiB",
                "OK; " + ENDED + "; Complete result exceeds size limit.",
                (now, request) -> set(request, "result", payloads(OVER_2_MIB))),
            both(
                Call.HEARTBEAT,
                "details over 2 MiB",
                "OK; cancel_requested: true; " + ENDED + "; Heartbeat details exceed size limit.",
                (now, request) -> set(request, "details", payloads(OVER_2_MIB))),
            both(
                Call.CANCEL,
                "details over 2 MiB",
                "OK; FAILED CANCEL_REQUESTED; Cancel details exceed size limit.",
                (now, request) -> {
                  now.activity().requestCancel();
                  return set(request, "details", payloads(OVER_2_MIB));
                }),
            both(
                Call.FAIL,
                "last heartbeat details over 2 MiB",
                "OK; failures; Heartbeat details exceed size limit.; SCHEDULED 2",
                (now, request) ->
                    set(
                        set(request, "failure", Worker.failure("Broken")),
                        "last_heartbeat_details",
                        payloads(OVER_2_MIB))),
            both(
                Call.FAIL,
                "failure details over 2 MiB",
                "OK; failures; " + ENDED + "; Failure exceeds size limit.",
                (now, request) -> set(request, "failure", failureWith(OVER_2_MIB))),
            both(
                Call.COMPLETE,
                "a result over 2 MiB that is wanted no more",
                "NOT_FOUND NotFoundFailure; SCHEDULED 2",
                (now, request) -> {
                  now.fail(Duration.ofHours(1));
                  return set(request, "result", payloads(OVER_2_MIB));
                }),
            both(
                Call.COMPLETE,
                "a result over 4 MiB",
                "RESOURCE_EXHAUSTED; grpc: received message larger than max; STARTED 1",
                (now, request) -> set(request, "result", payloads(OVER_4_MIB))))
        .flatMap(Function.identity());
  }

  @TestFactory
  default Stream<DynamicTest> whatIsKeptOfLargeFailures() {
    return Stream.of(
        Row.test(
            "failure details over 2 MiB, as the workflow gets them",
            "Failure exceeds size limit.; of Broken without details",
            () -> {
              Running now = Running.of(server());
              now.worker().fail(now.token(), failureWith(OVER_2_MIB));
              return described(now.activity().closing().failure());
            }),
        Row.test(
            "failure over 4 KiB, as it is kept until the next attempt",
            "Failure exceeds size limit.; of Broken without details; at most 4 KiB",
            () -> described(keptOf("x".repeat(4 << 10)))),
        Row.test(
            "failure of 3 KiB, as it is kept until the next attempt",
            "it failed; Broken with details; at most 4 KiB",
            () -> described(keptOf("x".repeat(3 << 10)))));
  }

  private Failure keptOf(String details) {
    Running now = Running.of(server());
    now.worker().fail(now.token(), failureWith(details));
    return now.pending().getLastFailure();
  }

  private static String described(Failure failure) {
    Failure inner = failure.hasCause() ? failure.getCause() : failure;
    ApplicationFailureInfo info = inner.getApplicationFailureInfo();
    return failure.getMessage()
        + (failure.hasCause() ? "; of " : "; ")
        + info.getType()
        + (info.hasDetails() ? " with details" : " without details")
        + (failure.getSerializedSize() <= 4096 ? "; at most 4 KiB" : "; more than 4 KiB");
  }

  private Stream<DynamicTest> both(
      Call call,
      String what,
      String expected,
      BiFunction<Running, Message.Builder, Message.Builder> change) {
    return Stream.of(
        row(call + " by token with " + what, expected, now -> change.apply(now, now.byToken(call))),
        row(call + " by id with " + what, expected, now -> change.apply(now, now.byId(call))));
  }

  private DynamicTest row(
      String what, String expected, Function<Running, Message.Builder> request) {
    return Row.test(
        what,
        expected,
        () -> {
          Running now = Running.of(server());
          Message message = request.apply(now).build();
          return Worker.answerOf(() -> now.worker().call(message)) + "; " + now.standing();
        });
  }

  private static Failure failureWith(String details) {
    return Worker.failure(
        ApplicationFailureInfo.newBuilder()
            .setType("Broken")
            .setDetails(payloads(details))
            .build());
  }
}
