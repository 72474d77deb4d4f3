package dev.longhaul.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /**
   * A block of code.
   *
   * @param source the file that it is said to be from; empty if nothing is said
   */
  public record Block(String source, String language, String text) {}

  /** The project's folder. */
  public static Path project() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  public String text() {
    try {
      return Files.readString(project().resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All blocks in this language, which is empty for output. */
  public List<Block> blocks(String language) {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text());
    while (matcher.find()) {
      if (matcher.group("language").equals(language)) {
        String source = matcher.group("source");
        blocks.add(new Block(source == null ? "" : source, language, matcher.group("text")));
      }
    }
    return blocks;
  }

  @Override
  public String toString() {
    return path;
  }
}
