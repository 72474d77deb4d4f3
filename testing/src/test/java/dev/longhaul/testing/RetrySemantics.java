package dev.longhaul.testing;

import dev.longhaul.proto.common.v1.RetryPolicy;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.CanceledFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedByIdRequest;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which failures are followed by another attempt. All are accepted. */
interface RetrySemantics {
  String UNRETRYABLE = "FAILED NON_RETRYABLE_FAILURE";

  RetryPolicy CAPPED =
      RetryPolicy.newBuilder()
          .setInitialInterval(Protos.duration(Duration.ofSeconds(2)))
          .setBackoffCoefficient(3)
          .setMaximumInterval(Protos.duration(Duration.ofSeconds(5)))
          .build();

  TestedServer server();

  @TestFactory
  default Stream<DynamicTest> failures() {
    Failure broken = Worker.failure("Broken");
    return Stream.of(
            row("a failure", "SCHEDULED 2", broken, spec -> spec),
            row("a non-retryable failure", UNRETRYABLE, nonRetryable(), spec -> spec),
            row("a failure of a listed type", UNRETRYABLE, broken, listing("Broken")),
            row(
                "a failure of a type listed in other case",
                "SCHEDULED 2",
                broken,
                listing("broken")),
            row(
                "a failure with a cause of a listed type",
                "SCHEDULED 2",
                broken.toBuilder().setCause(Worker.failure("Inner")).build(),
                listing("Inner")),
            row(
                "a failure with a non-retryable cause",
                "SCHEDULED 2",
                broken.toBuilder().setCause(nonRetryable()).build(),
                spec -> spec),
            row("a cancelled failure", UNRETRYABLE, cancelled(), spec -> spec),
            row(
                "a failure of the last attempt",
                "FAILED MAXIMUM_ATTEMPTS_REACHED",
                broken,
                spec -> spec.maximumAttempts(1)),
            row(
                "a non-retryable failure of the last attempt",
                UNRETRYABLE,
                nonRetryable(),
                spec -> spec.maximumAttempts(1)),
            row(
                "a failure that leaves no time for another attempt",
                "FAILED TIMEOUT",
                Worker.failure("Broken", Duration.ofHours(1)),
                spec -> spec.scheduleToCloseTimeout(Duration.ofMinutes(30))))
        .flatMap(Function.identity());
  }

  @TestFactory
  default Stream<DynamicTest> failuresAfterOtherEvents() {
    return Stream.of(
            Row.both(
                server(),
                "a non-retryable failure after a cancel request",
                "OK; FAILED CANCEL_REQUESTED",
                now -> {
                  now.activity().requestCancel();
                  return failed(now, nonRetryable());
                }),
            Row.both(
                server(),
                "a non-retryable failure after a pause",
                "OK; " + UNRETRYABLE,
                now -> {
                  now.activity().pause();
                  return failed(now, nonRetryable());
                }))
        .flatMap(Function.identity());
  }

  @TestFactory
  default Stream<DynamicTest> delaysOfRetries() {
    Failure broken = Worker.failure("Broken");
    return Stream.of(
            delay("default delay", "1s", broken, spec -> spec),
            delay(
                "the failure's own delay, above the maximum interval",
                "3600s",
                Worker.failure("Broken", Duration.ofHours(1)),
                spec -> spec),
            Row.each(
                server(),
                spec -> spec.retryPolicy(CAPPED),
                "second delay, above the maximum interval",
                "5s",
                "5s",
                now -> {
                  Running second = now.next();
                  failById(second, broken);
                  return delayOf(second);
                }),
            row(
                "a failure with a delay of a millisecond",
                "SCHEDULED 2",
                Worker.failure("Broken", Duration.ofMillis(1)),
                spec -> spec),
            Row.each(
                server(),
                spec -> spec,
                "a failure with a delay of zero",
                "OK; FAILED TIMEOUT",
                "OK; SCHEDULED 2",
                now -> failed(now, Worker.failure("Broken", Duration.ZERO))))
        .flatMap(Function.identity());
  }

  private Stream<DynamicTest> row(
      String what, String expected, Failure failure, UnaryOperator<ActivitySpec> options) {
    String answer = "OK; " + expected;
    return Row.each(server(), options, what, answer, answer, now -> failed(now, failure));
  }

  private Stream<DynamicTest> delay(
      String what, String expected, Failure failure, UnaryOperator<ActivitySpec> options) {
    return Row.each(
        server(),
        options,
        what,
        expected,
        expected,
        now -> {
          failById(now, failure);
          return delayOf(now);
        });
  }

  private static String delayOf(Running now) {
    return now.pending().getCurrentRetryInterval().getSeconds() + "s";
  }

  private static String failed(Running now, Failure failure) {
    return Worker.answerOf(() -> failById(now, failure)) + "; " + now.standing();
  }

  // By id, where a failure of any kind is accepted.
  private static void failById(Running now, Failure failure) {
    now.worker()
        .call(
            RespondActivityTaskFailedByIdRequest.newBuilder()
                .setNamespace(FakeTemporalService.NAMESPACE)
                .setWorkflowId(now.activity().workflowId())
                .setRunId(now.activity().runId())
                .setActivityId(now.activity().activityId())
                .setFailure(failure)
                .build());
  }

  private static Failure cancelled() {
    return Failure.newBuilder()
        .setMessage("cancelled")
        .setCanceledFailureInfo(CanceledFailureInfo.getDefaultInstance())
        .build();
  }

  private static Failure nonRetryable() {
    return Worker.failure(
        ApplicationFailureInfo.newBuilder().setType("Broken").setNonRetryable(true).build());
  }

  private static UnaryOperator<ActivitySpec> listing(String type) {
    return spec ->
        spec.retryPolicy(RetryPolicy.newBuilder().addNonRetryableErrorTypes(type).build());
  }
}
