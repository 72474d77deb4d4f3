package dev.longhaul.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every block of Java in a page stands in a compiled file, which a comment above it names: {@code
 * <!-- from path/to/File.java -->}. Indentation may differ.
 */
class PagesTest {
  private static final Path PROJECT = Path.of("..");
  private static final List<String> PAGES = List.of("docs/data-conversion.md");
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:<!-- from (?<source>\\S+) -->\\n+)?```java\\n(?<code>.*?)```", Pattern.DOTALL);

  record Block(String source, String code) {}

  static Stream<Arguments> blocks() {
    return PAGES.stream().flatMap(page -> blocks(page).map(block -> Arguments.of(page, block)));
  }

  @ParameterizedTest(name = "{0} #{index}")
  @MethodSource("blocks")
  void block_standsInTheFileThatIsNamedAboveIt(String page, Block block) {
    assertThat(block.source()).as("the source of\n%s", block.code()).isNotNull();
    assertThat(withoutIndentation(read(block.source()))).contains(withoutIndentation(block.code()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_hasBlocks(String page) {
    assertThat(blocks(page)).isNotEmpty();
  }

  static Stream<String> pages() {
    return PAGES.stream();
  }

  private static Stream<Block> blocks(String page) {
    Matcher matcher = BLOCK.matcher(read(page));
    return matcher.results().map(found -> new Block(found.group(1), found.group(2)));
  }

  private static String withoutIndentation(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  private static String read(String file) {
    try {
      return Files.readString(PROJECT.resolve(file));
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }
}
