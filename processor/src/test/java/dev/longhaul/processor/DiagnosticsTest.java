package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.longhaul.processor.diagnostic.BuildRule;
import dev.longhaul.processor.diagnostic.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of handlers that are wrong, to the letter and the column. */
final class DiagnosticsTest {
  private static final Path DIAGNOSTICS = Path.of("src/test/resources/diagnostics");
  private static final Path STUBS = Path.of("src/test/resources/stubs");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "batches",
        "classes",
        "contracts",
        "hooks",
        "methods",
        "names",
        "results",
        "right",
        "settings"
      })
  void mistakes_areReportedAtOnce_whereTheyAre(String folder) throws IOException {
    Compilation compilation = compile(folder);

    Golden.assertThatFileHas(
        DIAGNOSTICS.resolve(folder).resolve("expected.txt"),
        Shown.withSource(compilation.diagnostics()));
  }

  @Test
  void ids_areUnique_andInOrder() {
    List<String> ids = Rule.all().stream().map(Rule::id).toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("LH\\d{3}"));
  }

  // What depends on more than sources, such as the class path, is tested with what it belongs to.
  @Test
  void everyRule_hasItsExample() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path folder : folders()) {
      compile(folder.getFileName().toString()).diagnostics().stream()
          .map(Shown::id)
          .filter(Objects::nonNull)
          .forEach(found::add);
    }
    assertThat(found)
        .containsAll(
            Rule.all().stream()
                .filter(rule -> !(rule instanceof BuildRule))
                .map(Rule::id)
                .toList());
  }

  private static Compilation compile(String folder) {
    return Compilations.compile(
        Stream.of(STUBS, DIAGNOSTICS.resolve(folder))
            .flatMap(files -> Compilations.resources(files).stream())
            .toArray(JavaFileObject[]::new));
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(DIAGNOSTICS)) {
      return folders.toList();
    }
  }
}
