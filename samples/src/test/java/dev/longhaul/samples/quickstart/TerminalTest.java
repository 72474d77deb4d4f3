package dev.longhaul.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.longhaul.samples.SampleProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

/** The command on a terminal, which util-linux's {@code script} provides. */
@Timeout(200)
@EnabledOnOs(OS.LINUX)
@Execution(CONCURRENT)
class TerminalTest {
  private static final Duration PATIENCE = Duration.ofSeconds(100);
  private static final String ESCAPE = "\u001b[";

  @TempDir Path folder;
  @TempDir Path output;
  @TempDir Path recording;

  @BeforeEach
  void someFiles() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no script, which makes a terminal");
    Files.writeString(folder.resolve("one.txt"), "one");
  }

  @Test
  void keyOfThePerson_decides_andBarsAreUpdatedInPlace() throws Exception {
    String screen = decide("y", "");

    assertThat(screen)
        .contains(ESCAPE, "completed", "Approved by a person at the terminal", "EXIT 0");
    assertThat(output).isDirectoryContaining("glob:**/*.html");
  }

  @Test
  void withNoColor_thereAreLinesWithoutControlCharacters() throws Exception {
    String screen = decide("n", "NO_COLOR=1");

    assertThat(screen)
        .contains("DiscardArchive  completed", "Rejected by a person at the terminal", "EXIT 0")
        .doesNotContainPattern("[\\p{Cntrl}&&[^\\r\\n]]");
    assertThat(output).isEmptyDirectory();
  }

  /** Waits for the question, presses the key, and tells all that the terminal was sent. */
  private String decide(String key, String environment) throws Exception {
    Path record = recording.resolve("record");
    Process terminal =
        new ProcessBuilder(
                "/usr/bin/script", "-q", "-f", "-c", commandLine(environment), record.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      await().atMost(PATIENCE).until(() -> read(record).contains("Press y or n."));
      terminal.getOutputStream().write(key.getBytes(StandardCharsets.US_ASCII));
      terminal.getOutputStream().flush();
      assertThat(terminal.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return read(record).replaceAll("(?m)^Script .*$", "");
    } finally {
      terminal.destroyForcibly();
    }
  }

  private String commandLine(String environment) {
    List<String> command =
        SampleProcess.command(
            List.of(),
            "quickstart",
            "--folder",
            folder.toString(),
            "--output",
            output.toString(),
            "--archive-time",
            "1s");
    return "TERM=xterm "
        + environment
        + " "
        + command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "))
        + "; echo EXIT $?";
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return ""; // a character that is only half written
    }
  }
}
