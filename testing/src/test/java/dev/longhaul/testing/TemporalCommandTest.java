package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalCommandTest {
  @TempDir Path directory;

  @Test
  void command_isFoundOnThePath() throws IOException {
    Path command = executable("temporal");

    assertThat(TemporalCommand.find("", "nowhere" + File.pathSeparator + directory))
        .isEqualTo(command);
  }

  @Test
  void directoryOfThatName_isNoCommand() throws IOException {
    Files.createDirectory(directory.resolve("temporal"));

    assertThatThrownBy(() -> TemporalCommand.find("", directory.toString()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no command 'temporal' on the PATH")
        .hasMessageContaining("-Dtemporal.cli=");
  }

  @Test
  void namedCommand_isTakenInsteadOfThePath() throws IOException {
    executable("temporal");
    Path named = executable("other");

    assertThat(TemporalCommand.find(named.toString(), directory.toString())).isEqualTo(named);
  }

  @Test
  void namedCommandThatIsNotThere_isSaidSo() {
    String missing = directory.resolve("missing").toString();

    assertThatThrownBy(() -> TemporalCommand.find(missing, ""))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(missing);
  }

  private Path executable(String name) throws IOException {
    Path file = Files.createFile(directory.resolve(name));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
