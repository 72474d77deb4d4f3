package dev.longhaul.samples.quickstart.screen;

import dev.longhaul.samples.quickstart.story.ActivityListener;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the quickstart tells what happens. Thread-safe. */
public interface Screen extends ActivityListener {

  /** A line of its own. */
  void say(String line);

  /** A question, to be seen until {@link #answered}. */
  void ask(String question);

  /** The question has gone. */
  void answered();

  /**
   * From now on plain lines alone: whatever was updated in place stays as it is. May be repeated.
   */
  void settle();

  /** A name and what it stands for. */
  default void item(String name, Object value) {
    say("  %-10s %s".formatted(name, value));
  }

  /**
   * A bar for each activity where there is a terminal that can update in place, and colours are
   * wanted; otherwise lines without control characters.
   *
   * @param out where lines go
   * @param environment {@code NO_COLOR} and {@code TERM} count
   * @param activities the types that get a bar from the beginning
   */
  static Screen of(
      Optional<UserTerminal> terminal,
      PrintWriter out,
      Map<String, String> environment,
      List<String> activities) {
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    Screen lines = new Lines(out);
    return plain ? lines : terminal.<Screen>map(t -> t.bars(lines, activities)).orElse(lines);
  }
}
