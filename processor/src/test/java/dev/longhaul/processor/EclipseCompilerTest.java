package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Eclipse's compiler, which shows the same sources through a model of its own. */
final class EclipseCompilerTest {
  /** What is inside methods, only javac shows. */
  private static final Set<String> JAVAC_ONLY = Set.of("LH006");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"blocking", "external", "generics", "index", "long", "nested", "stage"})
  void generatedSources_areThoseOfJavac(String golden) throws IOException {
    Workspace workspace = new Workspace(folder);
    workspace.copy(GoldenTest.list(GoldenTest.GOLDEN.resolve(golden), false));

    Workspace.Outcome outcome = workspace.compile(Tool.ECJ);

    assertThat(outcome.success()).as(outcome.text()).isTrue();
    assertThat(workspace.generatedTexts())
        .isEqualTo(GoldenTest.read(GoldenTest.GOLDEN.resolve(golden)));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void examplesOfThePage_haveTheSameDiagnostics_onTheSameLines(
      DiagnosticsPageTest.Section section) {
    if (section.wrong().isEmpty() || JAVAC_ONLY.contains(section.id())) {
      return;
    }
    Workspace.Outcome outcome = compile(section.wrong());

    assertThat(
            outcome.diagnostics().stream()
                .filter(diagnostic -> Shown.id(diagnostic) != null)
                .map(
                    diagnostic ->
                        Shown.line(diagnostic, Sources.preludeOf(diagnostic.getSource()))
                            .replaceFirst(":\\d+: ", ": ")))
        .as(outcome.text())
        .containsExactlyInAnyOrderElementsOf(
            section.said().lines().map(line -> line.replaceFirst(":\\d+: ", ": ")).toList());
  }

  @ParameterizedTest
  @MethodSource("sections")
  void rightExamplesOfThePage_compileWithoutAWordOfOurs(DiagnosticsPageTest.Section section) {
    if (section.right().isEmpty()) {
      return;
    }
    Workspace.Outcome outcome = compile(section.right());

    assertThat(outcome.success()).as(outcome.text()).isTrue();
    assertThat(outcome.ids()).as(outcome.text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(contract = Missing.class, nonsense = 1, name = Unknown.NAME) class Foo extends Absent {"
            + " @OnStart Gone<String> run(Lost in, PendingActivity<Away> p) { return null; }"
            + " @OnCancel void stop(Nowhere n) {} }",
        "class Foo { @OnBegin void run() {} }",
        "class Foo { @Injected Foo(String a) {} @OnStart void run() {} }",
        "class Foo extends Base { } abstract class Base { @OnStart void run(Absent a) {} }",
      })
  void undefinedTypes_areLeftToTheCompiler(String handler) {
    Workspace workspace = new Workspace(folder);
    workspace.write(
        "Foo.java",
        "package com.acme; import dev.longhaul.api.*; @AsyncActivityHandler " + handler);

    Workspace.Outcome outcome = workspace.compile(Tool.ECJ);

    assertThat(outcome.success()).isFalse();
    assertThat(outcome.ids()).as(outcome.text()).isEmpty();
  }

  private Workspace.Outcome compile(String example) {
    Workspace workspace = new Workspace(folder);
    workspace.copy(Workspace.files(DiagnosticsPageTest.STUBS, ".java"));
    Sources.write(example, workspace);
    return workspace.compile(Tool.ECJ, Sources.options(example).toArray(String[]::new));
  }

  static Stream<DiagnosticsPageTest.Section> sections() throws IOException {
    return DiagnosticsPageTest.sections();
  }
}
