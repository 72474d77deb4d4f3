package dev.longhaul.samples.quickstart.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * The terminal of whoever started this process; keys arrive at once and are not echoed. Ctrl-C
 * stays what it is. Thread-safe, with one reader.
 */
public final class UserTerminal implements AutoCloseable {
  private static final long READ_MILLIS = 100;

  private final Terminal terminal;

  UserTerminal(Terminal terminal) {
    this.terminal = terminal;
    terminal.setAttributes(withoutLinesAndEcho(terminal.getAttributes()));
  }

  /** Not the raw mode of the library, in which Ctrl-C is a key like any other. */
  private static Attributes withoutLinesAndEcho(Attributes attributes) {
    Attributes changed = new Attributes(attributes);
    changed.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO), false);
    changed.setControlChar(ControlChar.VMIN, 1);
    changed.setControlChar(ControlChar.VTIME, 0);
    return changed;
  }

  /** The terminal, if standard input and output both are one. */
  public static Optional<UserTerminal> open() {
    try {
      return Optional.of(
          new UserTerminal(
              TerminalBuilder.builder()
                  .system(true)
                  .dumb(false)
                  .nativeSignals(false)
                  .graphemeCluster(false) // asks the terminal what it can, with control characters
                  .build()));
    } catch (IOException | IllegalStateException e) {
      return Optional.empty(); // a pipe, a file, or no device at all
    }
  }

  /** Whether there is one. */
  public static boolean isThere() {
    Optional<UserTerminal> terminal = open();
    terminal.ifPresent(UserTerminal::close);
    return terminal.isPresent();
  }

  /**
   * Waits a moment for a key.
   *
   * @return none if none came
   * @throws IOException if the terminal has gone, as it has after Ctrl-C
   */
  public Optional<Character> key() throws IOException {
    try {
      int read = terminal.reader().read(READ_MILLIS);
      return read < 0 ? Optional.empty() : Optional.of((char) read);
    } catch (IllegalStateException e) {
      throw new IOException("the terminal is closed", e);
    }
  }

  /**
   * Forgets the keys that were pressed until now.
   *
   * @throws IOException as {@link #key}
   */
  public void discardKeys() throws IOException {
    while (key().isPresent()) {
      // Whoever pressed it did not know what for.
    }
  }

  Bars bars(Screen lines, List<String> activities) {
    return new Bars(terminal, lines, activities);
  }

  /** Leaves the terminal as it was. */
  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal cannot be closed", e);
    }
  }
}
