package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.longhaul.processor.diagnostic.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page of diagnostics says what the processor says: each wrong example is compiled and the
 * message below it compared, each right one compiles without a word.
 */
final class DiagnosticsPageTest {
  private static final Path PAGE = Path.of("../docs/diagnostics.md");
  static final Path STUBS = Path.of("src/test/resources/stubs");
  private static final Pattern SECTION =
      Pattern.compile("(?ms)^### (LH\\d{3})\\n(.*?)(?=^### |^## |\\z)");
  private static final Pattern WRONG =
      Pattern.compile("(?s)\\A\\n```java\\n(.*?)```\\n\\n```text\\n(.*?)```\\n");
  private static final Pattern RIGHT = Pattern.compile("(?s)\\A\\n```java\\n(.*?)```\\n");

  /** They depend on more than sources, and are tested with what they depend on. */
  private static final Set<String> WITHOUT_EXAMPLE = Set.of("LH100", "LH103", "LH105", "LH199");

  private static final Set<String> WITHOUT_RIGHT_EXAMPLE = Set.of("LH104");

  @Test
  void everyRule_isOnThePage_inOrder() throws IOException {
    assertThat(sections().map(Section::id))
        .containsExactlyElementsOf(Rule.all().stream().map(Rule::id).toList());
  }

  @ParameterizedTest
  @MethodSource("sections")
  void wrongExample_isToldOfAsThePageSays(Section section) throws IOException {
    if (WITHOUT_EXAMPLE.contains(section.id())) {
      assertThat(section.wrong()).isEmpty();
      return;
    }
    String said =
        compile(section.wrong()).diagnostics().stream()
            .filter(diagnostic -> Shown.id(diagnostic) != null)
            .map(
                diagnostic ->
                    Shown.line(diagnostic, Sources.preludeOf(diagnostic.getSource())) + "\n")
            .collect(Collectors.joining());
    if (Golden.REWRITE) {
      rewrite(section, said);
    } else {
      assertThat(said).isEqualTo(section.said());
    }
    assertThat(said.lines()).isNotEmpty().allMatch(line -> line.contains("[" + section.id() + "]"));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void rightExample_compilesWithoutAWord(Section section) {
    if (WITHOUT_EXAMPLE.contains(section.id()) || WITHOUT_RIGHT_EXAMPLE.contains(section.id())) {
      assertThat(section.right()).isEmpty();
    } else {
      assertThat(section.right()).isNotEmpty();
      assertThat(compile(section.right()).diagnostics()).isEmpty();
    }
  }

  /**
   * What the page has under one id.
   *
   * @param wrong the source of the example, empty if there is none
   * @param said what the page says that the processor says
   */
  record Section(String id, String wrong, String said, String right) {
    static Section of(MatchResult found) {
      Matcher wrong = WRONG.matcher(found.group(2));
      if (!wrong.find()) {
        return new Section(found.group(1), "", "", "");
      }
      Matcher right = RIGHT.matcher(found.group(2).substring(wrong.end()));
      return new Section(
          found.group(1), wrong.group(1), wrong.group(2), right.find() ? right.group(1) : "");
    }

    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Section> sections() throws IOException {
    return SECTION.matcher(Files.readString(PAGE)).results().map(Section::of);
  }

  private static void rewrite(Section section, String said) throws IOException {
    String before = "### " + section.id() + "\n\n```java\n" + section.wrong() + "```\n\n```text\n";
    String page = Files.readString(PAGE);
    Files.writeString(PAGE, page.replace(before + section.said(), before + said));
  }

  private static Compilation compile(String example) {
    List<JavaFileObject> sources = new ArrayList<>(Sources.of(example));
    sources.addAll(Compilations.resources(STUBS));
    return Compilations.compile(Sources.options(example), sources.toArray(JavaFileObject[]::new));
  }
}
