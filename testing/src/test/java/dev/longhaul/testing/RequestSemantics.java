package dev.longhaul.testing;

import static dev.longhaul.testing.Requests.set;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.testing.ActivityTable.Call;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is checked before the activity is looked at. Where nothing else is said, it is running. */
interface RequestSemantics {
  ByteString GARBAGE = ByteString.copyFromUtf8("garbage");
  String TOO_LONG = "x".repeat(1001);

  TestedServer server();

  /** A running activity, which no row changes. */
  Running running();

  @TestFactory
  default Stream<DynamicTest> checksOfTokens() {
    return Stream.of(
            each(
                "no token",
                "INVALID_ARGUMENT; Task token not set on request.",
                (now, call) -> Requests.byToken(call, ByteString.EMPTY)),
            each(
                "a token that cannot be read",
                "INVALID_ARGUMENT; Error deserializing task token.",
                (now, call) -> Requests.byToken(call, GARBAGE)),
            each(
                "a token without namespace",
                "INVALID_ARGUMENT; Namespace not set on request.",
                (now, call) ->
                    Requests.byToken(call, Tokens.without(now.token(), now.namespaceId()))),
            each(
                "a token of an unknown namespace",
                "NOT_FOUND NamespaceNotFoundFailure",
                (now, call) ->
                    Requests.byToken(call, inNamespace(now, UUID.randomUUID().toString()))),
            each(
                "a token of another namespace than the request's",
                "INVALID_ARGUMENT; Operation requested with a token from a different namespace.",
                (now, call) -> set(now.byToken(call), "namespace", "temporal-system")),
            each(
                "a token of a deleted namespace",
                "FAILED_PRECONDITION NamespaceInvalidStateFailure",
                (now, call) ->
                    Requests.byToken(call, inNamespace(now, server().deletedNamespace()))))
        .flatMap(Function.identity());
  }

  @TestFactory
  default Stream<DynamicTest> checksOfIds() {
    return Stream.of(
            each(
                "no namespace",
                "INVALID_ARGUMENT; Namespace is empty.",
                (now, call) -> set(now.byId(call), "namespace", "")),
            each(
                "an unknown namespace",
                "NOT_FOUND NamespaceNotFoundFailure",
                (now, call) -> set(now.byId(call), "namespace", "nowhere")),
            each(
                "a long namespace",
                "INVALID_ARGUMENT; length exceeds limit.",
                (now, call) -> set(now.byId(call), "namespace", TOO_LONG)),
            each(
                "no activity id",
                "INVALID_ARGUMENT; ActivityId is not set on request.",
                (now, call) -> set(now.byId(call), "activity_id", "")),
            each(
                "no workflow id",
                "NOT_FOUND NotFoundFailure",
                (now, call) -> set(set(now.byId(call), "workflow_id", ""), "run_id", "")),
            each(
                "a run id that is no UUID",
                "INVALID_ARGUMENT; RunId is not valid UUID.",
                (now, call) -> set(now.byId(call), "run_id", "run")),
            each(
                "an unknown workflow",
                "NOT_FOUND NotFoundFailure",
                (now, call) -> set(now.byId(call), "workflow_id", "nobody")),
            each(
                "an unknown activity",
                "NOT_FOUND NotFoundFailure",
                (now, call) -> set(now.byId(call), "activity_id", "nothing")),
            each(
                "a long workflow id",
                "NOT_FOUND NotFoundFailure",
                (now, call) -> set(now.byId(call), "workflow_id", TOO_LONG)),
            each(
                "a long activity id",
                "NOT_FOUND NotFoundFailure",
                (now, call) -> set(now.byId(call), "activity_id", TOO_LONG)))
        .flatMap(Function.identity());
  }

  @TestFactory
  default Stream<DynamicTest> checksOfIdentities() {
    return Stream.of(Call.values())
        .flatMap(
            call -> {
              String expected =
                  call == Call.HEARTBEAT
                      ? "OK"
                      : "INVALID_ARGUMENT; Identity length exceeds limit.";
              return Stream.of(
                  row(
                      call,
                      "by token, a long identity",
                      expected,
                      (now, c) -> set(now.byToken(c), "identity", TOO_LONG)),
                  row(
                      call,
                      "by id, a long identity",
                      expected,
                      (now, c) -> set(now.byId(c), "identity", TOO_LONG)));
            });
  }

  @TestFactory
  default Stream<DynamicTest> orderOfChecks() {
    return Stream.of(
        row(
            Call.COMPLETE,
            "neither token nor a short identity",
            "INVALID_ARGUMENT; Task token not set on request.",
            (now, call) -> set(Requests.byToken(call, ByteString.EMPTY), "identity", TOO_LONG)),
        row(
            Call.COMPLETE,
            "neither a known namespace nor an activity id",
            "NOT_FOUND NamespaceNotFoundFailure",
            (now, call) -> set(set(now.byId(call), "namespace", "nowhere"), "activity_id", "")),
        row(
            Call.COMPLETE,
            "neither an activity id nor a short identity",
            "INVALID_ARGUMENT; ActivityId is not set on request.",
            (now, call) -> set(set(now.byId(call), "activity_id", ""), "identity", TOO_LONG)),
        row(
            Call.CANCEL,
            "neither a cancel request nor a known run",
            "NOT_FOUND NotFoundFailure",
            (now, call) -> set(now.byId(call), "run_id", UUID.randomUUID().toString())));
  }

  @TestFactory
  default Stream<DynamicTest> checksThatPass() {
    return Stream.of(
        row(Call.HEARTBEAT, "no namespace but the token's", "OK", Running::byToken),
        row(
            Call.HEARTBEAT,
            "the token's namespace",
            "OK",
            (now, call) -> set(now.byToken(call), "namespace", FakeTemporalService.NAMESPACE)),
        row(
            Call.HEARTBEAT,
            "no run id, which is the current run",
            "OK",
            (now, call) -> set(now.byId(call), "run_id", "")));
  }

  @TestFactory
  default Stream<DynamicTest> checksOfFailures() {
    Failure plain = Failure.newBuilder().setMessage("plain").build();
    return Stream.of(
        failing("by token, no failure", "OK; SCHEDULED 2", now -> now.byToken(Call.FAIL)),
        failing("by id, no failure", "OK; SCHEDULED 2", now -> now.byId(Call.FAIL)),
        failing(
            "by token, a failure without info",
            "INVALID_ARGUMENT; Failure must have ApplicationFailureInfo.",
            now -> set(now.byToken(Call.FAIL), "failure", plain)),
        failing(
            "by id, a failure without info",
            "OK; SCHEDULED 2",
            now -> set(now.byId(Call.FAIL), "failure", plain)),
        failing(
            "by token, a delay that is no duration",
            "OK; SCHEDULED 2",
            now -> set(now.byToken(Call.FAIL), "failure", misdelayed())));
  }

  private DynamicTest failing(
      String what, String expected, Function<Running, Message.Builder> request) {
    return Row.test(
        "FAIL " + what,
        expected,
        () -> {
          Running own = Running.of(server());
          Message message = request.apply(own).build();
          return Worker.answerOf(() -> own.worker().call(message)) + "; " + own.standing();
        });
  }

  private Stream<DynamicTest> each(
      String what, String expected, BiFunction<Running, Call, Message.Builder> request) {
    return Stream.of(Call.values()).map(call -> row(call, what, expected, request));
  }

  private DynamicTest row(
      Call call, String what, String expected, BiFunction<Running, Call, Message.Builder> request) {
    return Row.answer(
        call + " with " + what,
        expected,
        () -> {
          Message message = request.apply(running(), call).build();
          running().worker().call(message);
        });
  }

  private static ByteString inNamespace(Running now, String namespaceId) {
    return Tokens.replace(now.token(), now.namespaceId(), namespaceId);
  }

  private static Failure misdelayed() {
    return Worker.failure(
        ApplicationFailureInfo.newBuilder()
            .setType("Broken")
            .setNextRetryDelay(com.google.protobuf.Duration.newBuilder().setSeconds(1).setNanos(-1))
            .build());
  }
}
