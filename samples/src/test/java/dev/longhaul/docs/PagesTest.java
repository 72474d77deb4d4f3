package dev.longhaul.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java that pages show is Java that is compiled; a page that shows any is to be listed here.
 */
class PagesTest {

  static Stream<Page> pages() {
    return Stream.of(
        Page.README,
        new Page("docs/connection.md"),
        new Page("docs/data-conversion.md"),
        new Page("docs/manager.md"),
        new Page("docs/operations.md"),
        new Page("docs/worker.md"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void javaCode_isFromACompiledFile(Page page) throws IOException {
    List<Page.Block> blocks = page.blocks("java");
    assertThat(blocks).isNotEmpty();
    for (Page.Block block : blocks) {
      assertThat(block.source())
          .as("a comment before the block must name the compiled file that it is from:\n%s", block)
          .matches("[\\w-]+/src/(main|test)/java/.+\\.java");
      String file = Files.readString(Page.project().resolve(block.source()));
      assertThat(withoutIndentation(file))
          .contains(withoutIndentation(block.text()).stripTrailing());
    }
  }

  private static String withoutIndentation(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }
}
