package dev.longhaul.testing;

import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What workflows and operators do to an activity, and what its worker meets then. */
interface OperatorSemantics {
  TestedServer server();

  @TestFactory
  default Stream<DynamicTest> cancelRequests() {
    return Stream.of(
            row(
                "cancel requested while running",
                "CANCEL_REQUESTED 1",
                now -> {
                  now.activity().requestCancel();
                  return now.standing();
                }),
            row(
                "cancel requested while backing off",
                "CANCELED",
                now -> {
                  now.fail(Duration.ofHours(1));
                  now.activity().requestCancel();
                  return now.closedAs();
                }),
            row(
                "cancel requested while paused and not running",
                "CANCELED",
                now -> {
                  now.fail(Duration.ofHours(1));
                  now.activity().pause();
                  now.activity().requestCancel();
                  return now.closedAs();
                }))
        .flatMap(Function.identity());
  }

  @TestFactory
  default Stream<DynamicTest> pauses() {
    return Stream.of(
            row(
                "paused while running",
                "PAUSE_REQUESTED 1",
                now -> {
                  now.activity().pause();
                  return now.standing();
                }),
            row(
                "paused while backing off",
                "PAUSED 2",
                now -> {
                  now.fail(Duration.ofHours(1));
                  now.activity().pause();
                  return now.standing();
                }),
            row(
                "paused while running, then failed",
                "PAUSED 2",
                now -> {
                  now.activity().pause();
                  now.fail(Duration.ofMillis(1));
                  return now.standing();
                }),
            row(
                "paused while running, then failed, then unpaused",
                "attempt 2",
                now -> {
                  now.activity().pause();
                  now.fail(Duration.ofMillis(1));
                  now.activity().unpause();
                  server().pass(Duration.ofMillis(1));
                  return "attempt " + now.awaitNext().task().getAttempt();
                }),
            differing(
                "paused while backing off for an hour, then unpaused",
                "attempt 2",
                "no attempt",
                now -> {
                  now.fail(Duration.ofHours(1));
                  now.activity().pause();
                  now.activity().unpause();
                  return now.polled();
                }),
            Row.each(
                server(),
                spec -> spec.maximumAttempts(1),
                "paused while running the last attempt, then failed",
                "PAUSED 2",
                "FAILED MAXIMUM_ATTEMPTS_REACHED \"it failed\"",
                now -> {
                  now.activity().pause();
                  now.fail(Duration.ofMillis(1));
                  return now.standing();
                }))
        .flatMap(Function.identity());
  }

  @TestFactory
  default Stream<DynamicTest> resets() {
    return Stream.of(
            row(
                "reset while running the first attempt",
                "OK; activity_reset: true; STARTED 1",
                now -> {
                  now.activity().reset();
                  return heartbeat(now) + "; " + now.standing();
                }),
            differing(
                "reset while running a later attempt",
                "NOT_FOUND NotFoundFailure; STARTED 1",
                "OK; activity_reset: true; STARTED 2",
                now -> {
                  Running second = now.next();
                  second.activity().reset();
                  return heartbeat(second) + "; " + second.standing();
                }),
            differing(
                "reset while running a later attempt: the first one's token",
                "OK; activity_reset: true",
                "NOT_FOUND NotFoundFailure",
                now -> {
                  now.next().activity().reset();
                  return heartbeat(now);
                }),
            row(
                "reset while backing off for an hour",
                "attempt 1",
                now -> {
                  now.fail(Duration.ofHours(1));
                  now.activity().reset();
                  return now.polled();
                }),
            row(
                "reset while backing off keeps the heartbeat details",
                "attempt 1, details",
                now -> {
                  now.worker().heartbeat(now.token(), "kept");
                  now.fail(Duration.ofHours(1));
                  now.activity().reset();
                  return now.polled();
                }),
            row(
                "reset while paused and not running",
                "attempt 1",
                now -> {
                  now.fail(Duration.ofHours(1));
                  now.activity().pause();
                  now.activity().reset();
                  return now.polled();
                }),
            row(
                "reset while paused and running",
                "STARTED 1",
                now -> {
                  now.activity().pause();
                  now.activity().reset();
                  return now.standing();
                }),
            differing(
                "reset while running, then failed",
                "attempt 2",
                "attempt 1",
                now -> {
                  now.activity().reset();
                  return "attempt " + now.next().task().getAttempt();
                }),
            Row.each(
                server(),
                spec -> spec.maximumAttempts(1),
                "reset while running the last attempt, then failed",
                "FAILED MAXIMUM_ATTEMPTS_REACHED \"it failed\"",
                "SCHEDULED 1",
                now -> {
                  now.activity().reset();
                  now.fail(Duration.ofHours(1));
                  return now.standing();
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

  private static String heartbeat(Running now) {
    return Worker.answerOf(() -> now.worker().heartbeat(now.token()));
  }
}
