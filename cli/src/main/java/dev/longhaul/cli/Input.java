package dev.longhaul.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What is read from files and from the standard input, which can be read once. */
final class Input {
  private static final String STANDARD_INPUT = "-";

  private final Console console;
  private boolean used;

  Input(Console console) {
    this.console = console;
  }

  /**
   * Reads all of it as text.
   *
   * @param what for messages, such as "the token"
   * @param file a path, or {@code -} for the standard input
   */
  String read(String what, String file) {
    try {
      return file.equals(STANDARD_INPUT)
          ? readStandardInput(what)
          : Files.readString(Path.of(file));
    } catch (NoSuchFileException e) {
      throw new Usage(what + ": there is no file " + file, e);
    } catch (IOException e) {
      throw new Usage(what + " cannot be read from " + file + ": " + e, e);
    }
  }

  private String readStandardInput(String what) throws IOException {
    if (used) {
      throw new Usage(what + " cannot come from the standard input too: that has one content");
    }
    used = true;
    return new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
  }
}
