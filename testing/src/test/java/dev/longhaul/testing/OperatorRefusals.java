package dev.longhaul.testing;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What operators are answered, which the fake service has no calls for. */
interface OperatorRefusals {
  TestedServer server();

  @TestFactory
  default Stream<DynamicTest> answersToOperators() {
    return Stream.of(
            row(
                "pause while paused",
                "OK",
                "FAILED_PRECONDITION",
                TestedActivity::pause,
                TestedActivity::pause),
            row(
                "unpause while not paused",
                "OK",
                "FAILED_PRECONDITION",
                activity -> {},
                TestedActivity::unpause),
            row(
                "pause after a cancel request",
                "OK",
                "FAILED_PRECONDITION",
                TestedActivity::requestCancel,
                TestedActivity::pause),
            row(
                "reset after a cancel request",
                "OK",
                "FAILED_PRECONDITION",
                TestedActivity::requestCancel,
                TestedActivity::reset),
            row(
                "pause after a reset",
                "OK",
                "FAILED_PRECONDITION",
                TestedActivity::reset,
                TestedActivity::pause))
        .flatMap(Function.identity());
  }

  private Stream<DynamicTest> row(
      String what,
      String ofWorkflows,
      String ofStandalone,
      Consumer<TestedActivity> before,
      Consumer<TestedActivity> call) {
    return Row.each(
        server(),
        spec -> spec,
        what,
        ofWorkflows,
        ofStandalone,
        now -> {
          before.accept(now.activity());
          return Worker.answerOf(() -> call.accept(now.activity()));
        });
  }
}
