package dev.longhaul.testing;

import com.google.common.base.Suppliers;
import dev.longhaul.testing.ActivityTable.Address;
import dev.longhaul.testing.ActivityTable.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A table of answers as tests.
 *
 * @param answers a line for each {@link Situation}, with a column for each call, which has the
 *     answers by the token of the current attempt, by id, and by the token of an earlier attempt:
 *     {@code OK}, {@code NF} for NOT_FOUND, {@code IA} for INVALID_ARGUMENT, {@code FP} for
 *     FAILED_PRECONDITION
 * @param effects in the same lines and columns, what an accepted call leaves behind: the state and
 *     the attempt, or how the activity was closed
 */
record StateTable(TestedServer server, Kind kind, String answers, String effects) {

  Stream<DynamicTest> tests() {
    return answers.lines().flatMap(line -> rows(cells(line)).stream());
  }

  private List<DynamicTest> rows(List<String> line) {
    String state = line.get(0);
    // What is refused changes nothing, so that one activity does for all of it.
    Supplier<Situation> untouched = Suppliers.memoize(() -> arrange(state));
    List<DynamicTest> rows = new ArrayList<>();
    for (Call call : Call.values()) {
      List<String> cell = List.of(line.get(column(call)).split(" ", -1));
      rows.add(row(state, call, Address.CURRENT_TOKEN, cell.get(0), untouched));
      rows.add(row(state, call, Address.ID, cell.get(1), untouched));
      rows.add(row(state, call, Address.OLD_TOKEN, cell.get(2), untouched));
    }
    return rows;
  }

  private DynamicTest row(
      String state, Call call, Address address, String answer, Supplier<Situation> untouched) {
    String what = kind + ", " + state + ", " + call + " by " + address;
    return switch (answer) {
      case "OK" ->
          Row.test(what, "OK; " + effect(state, call), () -> effect(arrange(state), call, address));
      case "NF" ->
          Row.answer(what, "NOT_FOUND NotFoundFailure", () -> untouched.get().call(call, address));
      case "FP" ->
          Row.answer(
              what,
              "FAILED_PRECONDITION; invalid transition",
              () -> untouched.get().call(call, address));
      default ->
          Row.answer(
              what,
              "INVALID_ARGUMENT; unable to mark activity as canceled",
              () -> untouched.get().call(call, address));
    };
  }

  private Situation arrange(String state) {
    return Situation.of(server, state, kind);
  }

  private static String effect(Situation situation, Call call, Address address) {
    return Worker.answerOf(() -> situation.call(call, address)) + "; " + situation.standing();
  }

  private String effect(String state, Call call) {
    return effects
        .lines()
        .map(StateTable::cells)
        .filter(cells -> cells.get(0).equals(state))
        .findFirst()
        .orElseThrow()
        .get(column(call));
  }

  private static int column(Call call) {
    return switch (call) {
      case HEARTBEAT -> 1;
      case COMPLETE -> 2;
      case FAIL -> 3;
      case CANCEL -> 4;
    };
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
  }
}
