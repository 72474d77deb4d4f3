package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The module declaration on the page of the build is all that a named module needs. */
final class BuildingPageTest {
  private static final Path PAGE = Path.of("..", "docs", "building.md");
  private static final Pattern MODULE = Pattern.compile("(?s)```java\\n(module .*?)```");

  @TempDir Path folder;

  @Test
  void moduleDeclaration_isEnough() throws IOException {
    Matcher shown = MODULE.matcher(Files.readString(PAGE));
    assertThat(shown.find()).isTrue();
    Workspace workspace = new Workspace(folder);
    workspace.write("module-info.java", shown.group(1));
    workspace.write(
        "com/example/MediaHandler.java",
        "package com.example; import dev.longhaul.api.*;"
            + " @AsyncActivityHandler class MediaHandler { @OnStart void start() {} }");

    Workspace.Outcome outcome =
        workspace.compile(
            Tool.JAVAC,
            "--module-path",
            ModulePath.ofProcess(folder),
            "-cp",
            "",
            "-Alonghaul.index=com.example.MyHandlers");

    assertThat(outcome.success()).as(outcome.text()).isTrue();
    assertThat(outcome.ids()).isEmpty();
  }
}
