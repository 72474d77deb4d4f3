package dev.longhaul.testing;

import static dev.longhaul.testing.Worker.payloads;

import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.workflow.v1.PendingActivityInfo;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What becomes of heartbeat details, and what the answers of heartbeats tell. */
interface HeartbeatSemantics {
  TestedServer server();

  @TestFactory
  default Stream<DynamicTest> heartbeatDetails() {
    return Stream.of(
            row(
                "details are overwritten",
                "two",
                now -> {
                  now.worker().heartbeat(now.token(), "one");
                  now.worker().heartbeat(now.token(), "two");
                  return stored(now);
                }),
            row(
                "no details erase earlier ones",
                "none",
                now -> {
                  now.worker().heartbeat(now.token(), "one");
                  now.worker().heartbeat(now.token());
                  return stored(now);
                }),
            row(
                "the next attempt gets the details",
                "one",
                now -> {
                  now.worker().heartbeat(now.token(), "one");
                  return text(now.next().task().getHeartbeatDetails());
                }),
            row(
                "the one after it gets them too, without another heartbeat",
                "one",
                now -> {
                  now.worker().heartbeat(now.token(), "one");
                  return text(now.next().next().task().getHeartbeatDetails());
                }),
            row(
                "last heartbeat details of a failure are stored",
                "last",
                now -> {
                  now.worker().heartbeat(now.token(), "one");
                  now.worker().call(failed(now).setLastHeartbeatDetails(payloads("last")).build());
                  return stored(now);
                }),
            row(
                "a failure without them keeps the stored ones",
                "one",
                now -> {
                  now.worker().heartbeat(now.token(), "one");
                  now.worker().call(failed(now).build());
                  return stored(now);
                }),
            row(
                "the identity is shown",
                Worker.IDENTITY,
                now -> {
                  now.worker().heartbeat(now.token());
                  return now.pending().getLastWorkerIdentity();
                }))
        .flatMap(Function.identity());
  }

  @TestFactory
  default Stream<DynamicTest> heartbeatFlags() {
    return Stream.of(
            row("heartbeat when nothing happened", "none", HeartbeatSemantics::flags),
            row(
                "heartbeats after a cancel request",
                "cancel, then cancel",
                now -> {
                  now.activity().requestCancel();
                  return flags(now) + ", then " + flags(now);
                }),
            row(
                "heartbeats after a pause",
                "paused, then paused",
                now -> {
                  now.activity().pause();
                  return flags(now) + ", then " + flags(now);
                }),
            row(
                "heartbeat after a pause and its end",
                "none",
                now -> {
                  now.activity().pause();
                  now.activity().unpause();
                  return flags(now);
                }),
            row(
                "heartbeats after a reset of the first attempt",
                "reset, then reset",
                now -> {
                  now.activity().reset();
                  return flags(now) + ", then " + flags(now);
                }),
            row(
                "heartbeat of the attempt after a reset",
                "none",
                now -> {
                  now.activity().reset();
                  return flags(now.next());
                }),
            row(
                "heartbeat after a pause and a reset, which ends the pause",
                "reset",
                now -> {
                  now.activity().pause();
                  now.activity().reset();
                  return flags(now);
                }),
            differing(
                "heartbeat after a pause and a cancel request",
                "cancel paused",
                "cancel",
                now -> {
                  now.activity().pause();
                  now.activity().requestCancel();
                  return flags(now);
                }),
            differing(
                "heartbeat after a reset and a cancel request",
                "cancel reset",
                "cancel",
                now -> {
                  now.activity().reset();
                  now.activity().requestCancel();
                  return flags(now);
                }))
        .flatMap(Function.identity());
  }

  private Stream<DynamicTest> row(String what, String expected, Function<Running, String> seen) {
    return Row.both(server(), what, expected, seen);
  }

  private Stream<DynamicTest> differing(
      String what, String ofWorkflows, String ofStandalone, Function<Running, String> seen) {
    return Row.each(server(), spec -> spec, what, ofWorkflows, ofStandalone, seen);
  }

  private static String flags(Running now) {
    RecordActivityTaskHeartbeatResponse answer = now.worker().heartbeat(now.token());
    List<String> set =
        Stream.of(
                answer.getCancelRequested() ? "cancel" : "",
                answer.getActivityPaused() ? "paused" : "",
                answer.getActivityReset() ? "reset" : "")
            .filter(flag -> !flag.isEmpty())
            .toList();
    return set.isEmpty() ? "none" : String.join(" ", set);
  }

  private static RespondActivityTaskFailedRequest.Builder failed(Running now) {
    return RespondActivityTaskFailedRequest.newBuilder()
        .setTaskToken(now.token())
        .setFailure(Worker.failure("Broken", Duration.ofHours(1)));
  }

  private static String stored(Running now) {
    PendingActivityInfo info = now.pending();
    return info.hasHeartbeatDetails() ? text(info.getHeartbeatDetails()) : "none";
  }

  private static String text(Payloads details) {
    return details.getPayloads(0).getData().toStringUtf8().replace("\"", "");
  }
}
