package dev.longhaul.runtime.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.internal.config.Sources.Places;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several files is read. */
class FileChoiceTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();
  private @Nullable String byCode;

  @Test
  void code_isAboveProperty_isAboveVariable_isAboveFolder_isAboveClassPath() throws IOException {
    assertThat(read().file()).isEmpty();

    file("jar/longhaul.yaml", "on the class path");
    assertThat(identity()).isEqualTo("on the class path");
    file("longhaul.yaml", "in the folder");
    assertThat(identity()).isEqualTo("in the folder");
    environment.put("LONGHAUL_CONFIG", file("variable.yaml", "of the variable"));
    assertThat(identity()).isEqualTo("of the variable");
    properties.put("longhaul.config", file("property.yaml", "of the property"));
    assertThat(identity()).isEqualTo("of the property");
    byCode = file("code.yaml", "of the code");
    assertThat(identity()).isEqualTo("of the code");
  }

  @Test
  void resourceOfTheClassPath_canBeNamed() throws IOException {
    file("jar/staging.yaml", "staging");
    properties.put("longhaul.config", "classpath:staging.yaml");

    assertThat(identity()).isEqualTo("staging");
    assertThat(read().file()).contains("classpath:staging.yaml");
  }

  @Test
  void namedFileThatIsMissing_isAProblem_withWhoNamesIt() throws IOException {
    environment.put("LONGHAUL_CONFIG", "missing.yaml");
    assertThat(read().problems())
        .containsExactly("there is no file missing.yaml, which LONGHAUL_CONFIG names");

    properties.put("longhaul.config", "classpath:missing.yaml");
    assertThat(read().problems())
        .containsExactly("there is no file classpath:missing.yaml, which -Dlonghaul.config names");

    byCode = folder.toString();
    assertThat(read().problems())
        .singleElement()
        .asString()
        .contains("which the code names, cannot be read");
  }

  @Test
  void severalOnTheClassPath_areAProblem_becauseItsOrderMustNotDecide() throws IOException {
    file("jar/longhaul.yaml", "one");
    file("jar2/longhaul.yaml", "two");

    assertThat(read().problems())
        .singleElement()
        .asString()
        .contains("more than once", "jar/longhaul.yaml", "jar2/longhaul.yaml", "-Dlonghaul.config");
  }

  @Test
  void fileWithTheOtherEnding_isWarnedOf() throws IOException {
    file("longhaul.yml", "unread");

    assertThat(read().file()).isEmpty();
    assertThat(read().warnings())
        .singleElement()
        .asString()
        .contains("longhaul.yml is not read: the file's name is longhaul.yaml");
  }

  @Test
  void emptyFile_isFine() throws IOException {
    Files.writeString(folder.resolve("longhaul.yaml"), "# nothing yet\n");

    assertThat(read().problems()).isEmpty();
    assertThat(read().file()).isPresent();
  }

  @Test
  void sectionsWithoutContent_areFine() throws IOException {
    Files.writeString(
        folder.resolve("longhaul.yaml"), "runtime:\nconnection: {}\nhandlers:\n  Transcode:\n");

    assertThat(read().problems()).isEmpty();
  }

  @Test
  void fileThatIsNotUtf8_isAProblem() throws IOException {
    Files.write(folder.resolve("longhaul.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});

    assertThat(read().problems()).singleElement().asString().contains("cannot be read");
  }

  private String identity() throws IOException {
    Values values = read();
    assertThat(values.problems()).isEmpty();
    return values.find("runtime.identity").orElseThrow().value();
  }

  private Values read() throws IOException {
    // Class loaders tell folders from jars by the slash at the end, which a path has if it is
    // there.
    URL[] classPath = {
      Files.createDirectories(folder.resolve("jar")).toUri().toURL(),
      Files.createDirectories(folder.resolve("jar2")).toUri().toURL()
    };
    try (URLClassLoader loader =
        new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
      return new Sources(
              environment,
              properties,
              byCode,
              true,
              ProfileChoice.OF_ENVIRONMENT,
              new Places(folder, loader, List.of()))
          .read(false);
    }
  }

  private String file(String name, String identity) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "runtime: {identity: " + identity + "}").toString();
  }
}
