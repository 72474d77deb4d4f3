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
  void examplesOfThePage_haveTheSameDiagnostics_onTheSameLines(DiagnosticsPageTest.Section section)
      throws IOException {
    if (section.wrong().isEmpty() || JAVAC_ONLY.contains(section.id())) {
      return;
    }
    Workspace workspace = new Workspace(folder);
    workspace.copy(Workspace.files(DiagnosticsPageTest.STUBS, ".java"));
    Sources.write(section.wrong(), workspace);

    Workspace.Outcome outcome =
        workspace.compile(Tool.ECJ, Sources.options(section.wrong()).toArray(String[]::new));

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

  static Stream<DiagnosticsPageTest.Section> sections() throws IOException {
    return DiagnosticsPageTest.sections();
  }
}
