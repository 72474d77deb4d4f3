package dev.longhaul.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The code that pages show is code that is compiled, read or run, and their links lead somewhere.
 */
class PagesTest {
  private static final Page INDEX = new Page("docs/README.md");

  /** Commands, output and pictures; everything else is code. */
  private static final Set<String> NO_CODE = Set.of("", "sh", "text", "mermaid");

  static List<Page> pages() throws IOException {
    return Page.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void code_isFromACheckedFile(Page page) throws IOException {
    for (Page.Block block : page.blocks()) {
      if (!NO_CODE.contains(block.language())) {
        assertChecked(page, block);
      }
    }
  }

  private static void assertChecked(Page page, Page.Block block) throws IOException {
    assertThat(block.source())
        .as("a comment before the block must name the file that it is from:\n%s", block)
        .isNotEmpty();
    String source = Files.readString(Page.project().resolve(block.source()));
    // A test that names the page reads it by itself; others are shown as they are.
    if (block.source().endsWith("Test.java")
        && source.contains(String.valueOf(page.file().getFileName()))) {
      return;
    }
    if (block.language().equals("java")) {
      assertThat(block.source()).matches("[\\w/-]+/src/(main|test)/java/.+\\.java");
    }
    assertThat(withoutIndentation(source))
        .as("%s, which %s shows", block.source(), page)
        .contains(withoutIndentation(block.text()).stripTrailing());
  }

  private static String withoutIndentation(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  // Else it would be no block to the other tests.
  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void blocks_areNotIndented(Page page) {
    assertThat(page.prose()).doesNotContain("```");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void links_leadSomewhere(Page page) {
    assertThat(Links.of(page).filter(link -> !link.leadsSomewhere())).isEmpty();
  }

  @Test
  void everyPageOfTheDocumentation_isInItsIndex() throws IOException {
    Set<String> linked = Links.of(INDEX).map(Links.Link::target).collect(Collectors.toSet());
    assertThat(linked)
        .containsAll(
            Page.all().stream()
                .filter(page -> page.path().startsWith("docs/") && !page.equals(INDEX))
                .map(Page::path)
                .toList());
  }
}
