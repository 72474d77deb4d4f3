package dev.longhaul.samples.quickstart.desk;

import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.samples.common.Text;
import dev.longhaul.samples.quickstart.activities.Desk;
import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.screen.Screen;
import dev.longhaul.samples.quickstart.screen.UserTerminal;
import dev.longhaul.samples.quickstart.workflow.Decision;
import java.nio.file.Path;
import java.time.Duration;

/** The desks of the quickstart. */
public final class Desks {
  private Desks() {}

  /** Asks whoever sits at the terminal for a key. */
  public static Desk keys(UserTerminal terminal, Screen screen, AsyncCompletionClient activities) {
    return new KeyDesk(terminal, screen, activities);
  }

  /** Asks nobody, and decides after a while. */
  public static Desk byItself(
      Decision decision, Duration delay, Screen screen, AsyncCompletionClient activities) {
    return new SelfDecidingDesk(decision, delay, screen, activities);
  }

  static String question(Archive archive) {
    return "Approve %s, %s?"
        .formatted(Path.of(archive.path()).getFileName(), Text.bytes(archive.bytes()));
  }
}
