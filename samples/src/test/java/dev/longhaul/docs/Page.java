package dev.longhaul.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, taken apart.
 *
 * @param path in the project
 */
public record Page(String path) {
  public static final Page README = new Page("README.md");

  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:^<!-- (?<source>\\S+) -->\\R)?^```(?<language>\\w*)\\R(?<text>.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);

  /** Names what checks the blocks that do not say it themselves. */
  private static final Pattern SOURCE_OF_ALL =
      Pattern.compile("^<!-- blocks: (\\S+) -->$", Pattern.MULTILINE);

  /**
   * A block of code.
   *
   * @param source the file that it is said to be from, or the test that checks it; empty if nothing
   *     is said
   */
  public record Block(String source, String language, String text) {}

  /** The project's folder. */
  public static Path project() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  /**
   * All pages: in the project's folder, each module's {@code README.md}, and all of {@code docs}.
   */
  public static List<Page> all() throws IOException {
    try (Stream<Path> top = Files.list(project());
        Stream<Path> folders = Files.list(project());
        Stream<Path> docs = Files.walk(project().resolve("docs"))) {
      return Stream.of(top, folders.map(folder -> folder.resolve("README.md")), docs)
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".md") && Files.exists(file))
          .distinct()
          .map(file -> project().relativize(file).toString().replace('\\', '/'))
          .sorted()
          .map(Page::new)
          .toList();
    }
  }

  /** Where it is. */
  public Path file() {
    return project().resolve(path);
  }

  public String text() {
    try {
      return Files.readString(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All blocks in this language, which is empty for output. */
  public List<Block> blocks(String language) {
    return blocks().stream().filter(block -> block.language().equals(language)).toList();
  }

  /** All blocks. */
  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text());
    while (matcher.find()) {
      String source = matcher.group("source");
      blocks.add(
          new Block(
              source == null ? sourceOfAll() : source,
              matcher.group("language"),
              matcher.group("text")));
    }
    return blocks;
  }

  private String sourceOfAll() {
    Matcher matcher = SOURCE_OF_ALL.matcher(text());
    return matcher.find() ? matcher.group(1) : "";
  }

  /** What is said outside of blocks. */
  String prose() {
    return BLOCK.matcher(text()).replaceAll("");
  }

  @Override
  public String toString() {
    return path;
  }
}
