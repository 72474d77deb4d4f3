package dev.longhaul.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.longhaul.samples.SampleProcess;
import dev.longhaul.samples.SampleProcess.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong option is one clear line and exit code 2, and nothing is started. */
@Timeout(200)
@Execution(CONCURRENT)
class BadOptionsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --foldr=x                 | Unknown option: '--foldr=x'; did you mean --folder?
          somewhere                 | Unmatched argument at index 1: 'somewhere'
          --folder                  | Missing required parameter for option '--folder'
          --cancel-after=2          | "2" has no unit, so it is no duration; did you mean "2s"?
          --archive-time=soon       | "soon" is not a duration; write it like
          --target=localhost        | "localhost" is no host and port; write it like localhost:7233
          --target=localhost:70000  | "localhost:70000" is no host and port
          --yes --reject            | --yes, --reject are mutually exclusive
          """)
  void optionThatIsWrong_isOneClearLine(String arguments, String message) {
    assertRefused(SampleProcess.run(("quickstart " + arguments).split(" ")), message);
  }

  @Test
  void folderThatDoesNotExist_isOneClearLine() {
    assertRefused(folder("missing"), folder.resolve("missing") + " does not exist");
  }

  @Test
  void folderThatIsEmpty_isOneClearLine() throws IOException {
    Files.createDirectories(folder.resolve("empty/in/fact"));

    assertRefused(folder("empty"), folder.resolve("empty") + " is empty");
  }

  @Test
  void fileForAFolder_isOneClearLine() throws IOException {
    Files.createFile(folder.resolve("file"));

    assertRefused(folder("file"), folder.resolve("file") + " is not a folder");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs POSIX permissions")
  void folderThatCannotBeRead_isOneClearLine() throws IOException {
    Path secret = Files.createDirectory(folder.resolve("secret"));
    Files.createFile(secret.resolve("file"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("-wx--x--x"));
    List<String> launcher = withoutRightsOfRoot(secret);

    try (SampleProcess process =
        SampleProcess.start(launcher, "quickstart", "--folder", secret.toString())) {
      assertRefused(process.end(), secret + " cannot be read");
    }
  }

  @Test
  void outputThatIsAFile_isOneClearLine() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertRefused(
        SampleProcess.run("quickstart", "--folder", folder.toString(), "--output", file.toString()),
        "--output: " + file + " cannot be used");
  }

  @Test
  void targetThatRefuses_isOneClearLine() throws IOException {
    int closedPort;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closedPort = socket.getLocalPort();
    }

    assertRefused(
        SampleProcess.run("quickstart", "--target", "127.0.0.1:" + closedPort),
        "--target: no Temporal server can be reached");
  }

  @Test
  void help_tellsOptionsAndExitCodes() {
    Ended help = SampleProcess.run("quickstart", "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .contains("--folder=DIR", "--cancel-after=TIME", "--crash-first-attempt", "--target=")
        .containsPattern("\\b3 +the workflow was cancelled by --cancel-after");
  }

  private Ended folder(String name) {
    return SampleProcess.run("quickstart", "--folder", folder.resolve(name).toString());
  }

  private static void assertRefused(Ended run, String message) {
    assertThat(run.err()).contains(message).containsOnlyOnce("\n").endsWith("\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }

  /** Root reads everything, unless it gives up that right. */
  private static List<String> withoutRightsOfRoot(Path secret) throws IOException {
    if (!Files.isReadable(secret)) {
      return List.of();
    }
    List<String> launcher =
        List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--");
    assumeTrue(works(launcher), "no setpriv, which takes root the right to read everything");
    return launcher;
  }

  private static boolean works(List<String> launcher) {
    try {
      ProcessBuilder process = new ProcessBuilder(new ArrayList<>(launcher));
      process.command().add("true");
      return process.start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }
}
