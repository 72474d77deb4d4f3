package dev.longhaul.samples.quickstart.desk;

import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.samples.quickstart.activities.Desk;
import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.screen.Screen;
import dev.longhaul.samples.quickstart.screen.UserTerminal;
import dev.longhaul.samples.quickstart.workflow.Decision;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Asks whoever sits at the terminal. One question at a time: the workflow has no more. */
final class KeyDesk implements Desk {
  private final UserTerminal terminal;
  private final Screen screen;
  private final AsyncCompletionClient activities;
  private final AtomicReference<@Nullable FullActivityId> open = new AtomicReference<>();

  KeyDesk(UserTerminal terminal, Screen screen, AsyncCompletionClient activities) {
    this.terminal = terminal;
    this.screen = screen;
    this.activities = activities;
  }

  @Override
  public void ask(FullActivityId activity, Archive archive) {
    if (!activity.equals(open.getAndSet(activity))) {
      String question = Desks.question(archive) + " Press y or n.";
      Thread reader = new Thread(() -> read(activity, question), "keys");
      reader.setDaemon(true);
      reader.start();
    }
  }

  @Override
  public void withdraw(FullActivityId activity) {
    if (open.compareAndSet(activity, null)) {
      screen.answered();
    }
  }

  private void read(FullActivityId activity, String question) {
    try {
      terminal.discardKeys();
      screen.ask(question);
      while (activity.equals(open.get())) {
        terminal.key().flatMap(KeyDesk::meaning).ifPresent(yes -> decide(activity, yes));
      }
    } catch (IOException e) {
      // Nobody can answer any more; the activity stays open, for whoever cancels it.
    }
  }

  private static Optional<Boolean> meaning(char key) {
    return switch (key) {
      case 'y', 'Y' -> Optional.of(true);
      case 'n', 'N' -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private void decide(FullActivityId activity, boolean approved) {
    if (open.compareAndSet(activity, null)) {
      screen.answered();
      activities.complete(activity, new Decision(approved, "a person at the terminal"));
    }
  }
}
