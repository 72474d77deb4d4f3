package dev.longhaul.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which timeouts end what, and what keeps them from it. */
interface TimeoutSemantics {
  Duration TIMEOUT = Duration.ofSeconds(3);

  TestedServer server();

  @TestFactory
  default Stream<DynamicTest> timeouts() {
    return Stream.of(
            row("heartbeat timeout", spec -> spec.heartbeatTimeout(TIMEOUT), "SCHEDULED 2"),
            row(
                "heartbeat timeout of the last attempt",
                spec -> spec.heartbeatTimeout(TIMEOUT).maximumAttempts(1),
                "TIMED_OUT HEARTBEAT MAXIMUM_ATTEMPTS_REACHED"),
            row("start-to-close timeout", spec -> spec.startToCloseTimeout(TIMEOUT), "SCHEDULED 2"),
            row(
                "schedule-to-close timeout",
                spec -> spec.scheduleToCloseTimeout(TIMEOUT),
                "TIMED_OUT SCHEDULE_TO_CLOSE TIMEOUT"),
            row(
                "start-to-close timeout that leaves no time for another attempt",
                spec ->
                    spec.startToCloseTimeout(TIMEOUT)
                        .scheduleToCloseTimeout(TIMEOUT.plusMillis(500)),
                "TIMED_OUT SCHEDULE_TO_CLOSE TIMEOUT"))
        .flatMap(Function.identity());
  }

  @TestFactory
  default Stream<DynamicTest> timeoutsAfterOtherEvents() {
    return Stream.of(
            row(
                "start-to-close timeout after a cancel request",
                spec -> spec.startToCloseTimeout(TIMEOUT),
                now -> now.activity().requestCancel(),
                "TIMED_OUT START_TO_CLOSE CANCEL_REQUESTED",
                "TIMED_OUT START_TO_CLOSE CANCEL_REQUESTED"),
            row(
                "start-to-close timeout while paused",
                spec -> spec.startToCloseTimeout(TIMEOUT),
                now -> now.activity().pause(),
                "PAUSE_REQUESTED 1",
                "PAUSED 2"),
            row(
                "start-to-close timeout while paused, then unpaused",
                spec -> spec.startToCloseTimeout(TIMEOUT),
                now -> {
                  now.activity().pause();
                  waitOut();
                  now.activity().unpause();
                },
                "SCHEDULED 2",
                "SCHEDULED 2"),
            row(
                "schedule-to-close timeout while paused",
                spec -> spec.scheduleToCloseTimeout(TIMEOUT),
                now -> now.activity().pause(),
                "PAUSE_REQUESTED 1",
                "TIMED_OUT SCHEDULE_TO_CLOSE TIMEOUT"))
        .flatMap(Function.identity());
  }

  @TestFactory
  default Stream<DynamicTest> timeoutsInTasks() {
    return Stream.of(
            task(
                "heartbeat timeout, capped",
                spec ->
                    spec.startToCloseTimeout(Duration.ofSeconds(9))
                        .heartbeatTimeout(Duration.ofHours(1)),
                "heartbeat 9s, start to close 9s"),
            task(
                "start-to-close timeout, from schedule-to-close",
                spec ->
                    spec.startToCloseTimeout(Duration.ZERO)
                        .scheduleToCloseTimeout(Duration.ofSeconds(9)),
                "heartbeat 0s, start to close 9s"))
        .flatMap(Function.identity());
  }

  private Stream<DynamicTest> row(
      String what, UnaryOperator<ActivitySpec> options, String expected) {
    return row(what, options, now -> {}, expected, expected);
  }

  private Stream<DynamicTest> row(
      String what,
      UnaryOperator<ActivitySpec> options,
      Consumer<Running> event,
      String ofWorkflows,
      String ofStandalone) {
    return Stream.of(
        row(Kind.WORKFLOWS, what, options, event, ofWorkflows),
        row(Kind.STANDALONE, what, options, event, ofStandalone));
  }

  private DynamicTest row(
      Kind kind,
      String what,
      UnaryOperator<ActivitySpec> options,
      Consumer<Running> event,
      String expected) {
    return Row.test(
        kind + ", " + what,
        expected,
        server()
            .ahead(
                () -> {
                  Running now = Running.of(server(), spec -> kind.applyTo(options.apply(spec)));
                  event.accept(now);
                  waitOut();
                  return now.standing();
                }));
  }

  private Stream<DynamicTest> task(
      String what, UnaryOperator<ActivitySpec> options, String expected) {
    return Row.each(
        server(),
        options,
        what,
        expected,
        expected,
        now ->
            "heartbeat "
                + now.task().getHeartbeatTimeout().getSeconds()
                + "s, start to close "
                + now.task().getStartToCloseTimeout().getSeconds()
                + "s");
  }

  /** Until an attempt that was started now, with a longer timeout, has timed out. */
  private void waitOut() {
    Duration longer = TIMEOUT.plusMillis(700);
    Running other =
        Running.of(server(), spec -> spec.startToCloseTimeout(longer).maximumAttempts(1));
    server().pass(longer);
    await().atMost(Duration.ofMinutes(1)).until(() -> other.activity().pending().isEmpty());
  }
}
