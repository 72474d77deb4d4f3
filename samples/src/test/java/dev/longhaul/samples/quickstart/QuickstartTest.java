package dev.longhaul.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user runs it. */
@Timeout(120)
class QuickstartTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;
  @TempDir Path output;

  @Test
  void folder_isArchived_withHeartbeatsOnTheWay() throws IOException {
    Files.writeString(folder.resolve("one.txt"), "one");
    Files.writeString(folder.resolve("two.txt"), "two");

    assertThat(run("--folder", folder.toString(), "--output", output.toString())).isZero();

    assertThat(output).isDirectoryContaining("glob:**/*.zip");
    assertThat(out.toString())
        .contains("ArchiveFolder, heartbeat 1:", "of 2 files")
        .contains("Archived 2 files", "SHA-256", output.toRealPath().toString())
        .contains(".txt");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void folderThatDoesNotExist_isOneClearLine() {
    assertThat(run("--folder", folder.resolve("missing").toString())).isEqualTo(2);

    assertThat(err.toString()).containsOnlyOnce("\n").contains("missing does not exist");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void emptyFolder_isOneClearLine() {
    assertThat(run("--folder", folder.toString())).isEqualTo(2);

    assertThat(err.toString()).containsOnlyOnce("\n").contains("is empty");
  }

  @Test
  void fileForAFolder_isOneClearLine() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(run("--folder", file.toString())).isEqualTo(2);

    assertThat(err.toString()).containsOnlyOnce("\n").contains("file is not a folder");
  }

  @Test
  void unknownOption_isOneClearLine() {
    assertThat(run("--foldr", "x")).isEqualTo(2);

    assertThat(err.toString()).containsOnlyOnce("\n").contains("--foldr", "--help");
  }

  @Test
  void help_tellsTheOptions() {
    assertThat(run("--help")).isZero();

    assertThat(out.toString()).contains("--folder=DIR", "--output=DIR");
  }

  private int run(String... arguments) {
    return Quickstart.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
