package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The picture of the states shows every transition that the code knows, and no other. */
class TransitionTest {
  private static final Path PAGE = Path.of("..", "docs", "attempt-states.md");
  private static final Pattern ARROW =
      Pattern.compile("^ +(\\w+) --> (\\w+) : (\\w+)$", Pattern.MULTILINE);

  @Test
  void picture_isTheTable() throws IOException {
    List<String> drawn =
        ARROW
            .matcher(Files.readString(PAGE))
            .results()
            .map(TransitionTest::written)
            .sorted()
            .toList();

    assertThat(drawn).isEqualTo(coded());
  }

  @Test
  void page_explainsEachTransition_andEachState() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(Transition.values())
        .allMatch(transition -> page.contains("| `" + transition + "` |"));
    assertThat(ActivityState.values()).allMatch(state -> page.contains("| `" + state + "` |"));
  }

  @Test
  void end_isTheEnd_andEveryOtherStateHasAWayOut() {
    for (ActivityState state : ActivityState.values()) {
      assertThat(
              Arrays.stream(Transition.values()).anyMatch(transition -> transition.isFrom(state)))
          .as(state.name())
          .isEqualTo(state != ActivityState.ENDED);
    }
  }

  private static String written(MatchResult arrow) {
    return arrow.group(1) + " " + arrow.group(2) + " " + arrow.group(3);
  }

  private static List<String> coded() {
    return Arrays.stream(Transition.values())
        .flatMap(
            transition ->
                Arrays.stream(ActivityState.values())
                    .filter(transition::isFrom)
                    .map(from -> from + " " + transition.to() + " " + transition))
        .sorted()
        .toList();
  }
}
