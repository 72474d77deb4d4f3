package dev.longhaul.samples.quickstart.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.samples.quickstart.story.ActivityRecord;
import dev.longhaul.samples.quickstart.story.ActivityState;
import dev.longhaul.samples.quickstart.story.AttemptRecord;
import dev.longhaul.samples.quickstart.story.Change;
import dev.longhaul.samples.quickstart.story.HeartbeatRecord;
import dev.longhaul.samples.quickstart.story.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.ScreenTerminalOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is to be seen on a terminal of 80 columns. */
class BarsTest {
  private static final Instant START = Instant.ofEpochSecond(1_000);

  private final StringWriter out = new StringWriter();
  private final ScreenTerminal emulator = new ScreenTerminal(80, 24);
  private UserTerminal terminal;

  @BeforeEach
  void open() throws IOException {
    LineDisciplineTerminal device =
        new LineDisciplineTerminal(
            "test",
            "xterm",
            new ScreenTerminalOutputStream(
                emulator, StandardCharsets.UTF_8, OutputStream.nullOutputStream()),
            StandardCharsets.UTF_8);
    device.setSize(Size.of(80, 24));
    terminal = new UserTerminal(device);
  }

  @Test
  void everyActivity_hasOneRow_updatedInPlace() {
    Screen screen = screen(Map.of());
    screen.changed(running(1, 0.25), Change.HEARTBEAT);
    screen.changed(running(2, 0.5), Change.HEARTBEAT);

    assertThat(rows())
        .containsExactly(
            "  ArchiveFolder  ━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌  running, heartbeat 2: some of it",
            "  PublishReport  ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌  not yet");
  }

  @Test
  void lines_standAboveTheBars_andTheQuestionBelow() {
    Screen screen = screen(Map.of());
    screen.changed(running(1, 1), Change.HEARTBEAT);

    screen.say("a line");
    screen.ask("Approve? Press y or n.");
    screen.say("another line");

    assertThat(rows())
        .containsExactly(
            "a line",
            "another line",
            "  ArchiveFolder  ━━━━━━━━━━━━━━━━━━━━━━━━  running, heartbeat 1: some of it",
            "  PublishReport  ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌  not yet",
            "Approve? Press y or n.");
    screen.answered();
    assertThat(rows()).last().asString().contains("PublishReport");
  }

  @Test
  void closedActivity_tellsHowItEnded() {
    screen(Map.of()).changed(closed(ActivityState.FAILED), Change.CLOSED);

    assertThat(rows()).first().asString().endsWith("failed, 1 heartbeat after 6.0 s");
  }

  @Test
  void rowThatIsTooLong_isCut_andStaysOneRow() {
    Screen screen = screen(Map.of());
    screen.changed(running(1, 0.5, "x".repeat(200)), Change.HEARTBEAT);
    screen.changed(running(2, 0.5, "y".repeat(200)), Change.HEARTBEAT);

    assertThat(rows()).hasSize(2).first().asString().hasSize(79).endsWith("yyy");
  }

  @Test
  void afterTheyAreSettled_linesGoToTheOutput() {
    Screen screen = screen(Map.of());
    screen.changed(running(1, 0.5), Change.HEARTBEAT);

    screen.settle();
    screen.say("the end");
    screen.changed(closed(ActivityState.CANCELLED), Change.CLOSED);

    assertThat(out.toString().lines())
        .containsExactly("", "the end", "   6.0 s   ArchiveFolder   cancelled after 6.0 s");
    assertThat(rows()).hasSize(2).first().asString().contains("running, heartbeat 1");
  }

  @Test
  void noColor_andDumbTerminals_haveLines() {
    for (Map<String, String> environment :
        List.of(Map.of("NO_COLOR", "1"), Map.of("TERM", "dumb"))) {
      Screen screen = screen(environment);
      screen.changed(running(1, 0.5), Change.HEARTBEAT);
    }

    assertThat(out.toString().lines())
        .hasSize(2)
        .containsOnly("   1.0 s   ArchiveFolder   heartbeat 1: some of it");
    assertThat(rows()).isEmpty();
  }

  @Test
  void withoutATerminal_thereAreLines() {
    Screen.of(Optional.empty(), new PrintWriter(out, true), Map.of(), List.of())
        .changed(running(1, 0.5), Change.HEARTBEAT);

    assertThat(out.toString().lines())
        .containsExactly("   1.0 s   ArchiveFolder   heartbeat 1: some of it");
  }

  private Screen screen(Map<String, String> environment) {
    return Screen.of(
        Optional.of(terminal),
        new PrintWriter(out, true),
        environment,
        List.of("ArchiveFolder", "PublishReport"));
  }

  private List<String> rows() {
    return Stream.of(emulator.toString().split("\n"))
        .map(String::stripTrailing)
        .filter(row -> !row.isEmpty())
        .toList();
  }

  private static ActivityRecord running(int heartbeats, double share) {
    return running(heartbeats, share, "some of it");
  }

  private static ActivityRecord running(int heartbeats, double share, String text) {
    return activity(ActivityState.RUNNING, heartbeats, share, text, null);
  }

  private static ActivityRecord closed(ActivityState state) {
    return activity(state, 1, 0.5, "some of it", START.plusSeconds(6));
  }

  private static ActivityRecord activity(
      ActivityState state, int heartbeats, double share, String text, @Nullable Instant closed) {
    Progress progress = new Progress(text, OptionalDouble.of(share), Optional.empty());
    return new ActivityRecord(
        "ArchiveFolder",
        state,
        START,
        List.of(new AttemptRecord(1, START, closed, null)),
        Stream.iterate(1, number -> number + 1)
            .limit(heartbeats)
            .map(number -> new HeartbeatRecord(number, 1, START.plusSeconds(number), progress))
            .toList(),
        closed);
  }
}
