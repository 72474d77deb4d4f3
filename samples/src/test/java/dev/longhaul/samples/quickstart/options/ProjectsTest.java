package dev.longhaul.samples.quickstart.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectsTest {
  @TempDir Path folder;

  @Test
  void rootAround_aModule_isTheWholeBuild() throws IOException {
    Path module = Files.createDirectories(folder.resolve("build/module"));
    Files.createFile(folder.resolve("build/pom.xml"));
    Files.createFile(module.resolve("pom.xml"));

    assertThat(Projects.rootAround(module)).isEqualTo(folder.resolve("build"));
    assertThat(Projects.rootAround(folder.resolve("build"))).isEqualTo(folder.resolve("build"));
  }

  @Test
  void rootAround_aFolderWithoutBuild_isThatFolder() {
    assertThat(Projects.rootAround(folder)).isEqualTo(folder);
  }
}
