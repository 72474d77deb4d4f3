package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * One row of an answer table.
 *
 * @param what the situation and the call
 * @param expected a code with the name of its detail, if it has one; then, each after a semicolon,
 *     what else must be seen: {@code INVALID_ARGUMENT; not set}
 * @param seen asks the server, and answers in the same form
 */
record Row(String what, String expected, Supplier<String> seen) {

  static DynamicTest test(String what, String expected, Supplier<String> seen) {
    return DynamicTest.dynamicTest(what, new Row(what, expected, seen)::check);
  }

  /** A row about the answer of a call alone. */
  static DynamicTest answer(String what, String expected, Runnable call) {
    return test(what, expected, () -> Worker.answerOf(call));
  }

  /** A row about a new activity that is running, for each kind of activity. */
  static Stream<DynamicTest> both(
      TestedServer server, String what, String expected, Function<Running, String> seen) {
    return each(server, spec -> spec, what, expected, expected, seen);
  }

  /** As {@link #both}, with answers that differ between the kinds. */
  static Stream<DynamicTest> each(
      TestedServer server,
      UnaryOperator<ActivitySpec> options,
      String what,
      String ofWorkflows,
      String ofStandalone,
      Function<Running, String> seen) {
    return Stream.of(
        running(server, Kind.WORKFLOWS, options, what, ofWorkflows, seen),
        running(server, Kind.STANDALONE, options, what, ofStandalone, seen));
  }

  private static DynamicTest running(
      TestedServer server,
      Kind kind,
      UnaryOperator<ActivitySpec> options,
      String what,
      String expected,
      Function<Running, String> seen) {
    return test(
        kind + ", " + what,
        expected,
        () -> seen.apply(Running.of(server, spec -> kind.applyTo(options.apply(spec)))));
  }

  private void check() {
    String answer = seen.get();
    System.out.println("| " + what + " | " + expected + " | " + answer + " |");
    List<String> parts = List.of(expected.split("; ", -1));
    assertThat(answer.split("; ", -1)[0]).as(what).isEqualTo(parts.get(0));
    assertThat(answer).as(what).contains(parts);
  }
}
