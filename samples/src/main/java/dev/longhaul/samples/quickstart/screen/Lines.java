package dev.longhaul.samples.quickstart.screen;

import dev.longhaul.samples.quickstart.story.ActivityRecord;
import dev.longhaul.samples.quickstart.story.Change;
import java.io.PrintWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Plain lines, for files, pipes and other programs. Thread-safe, as the writer is. */
final class Lines implements Screen {
  private final PrintWriter out;

  /** When the first activity was called: times count from there. Set by the thread that watches. */
  private volatile @Nullable Instant start;

  Lines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void changed(ActivityRecord activity, Change change) {
    Instant zero = start;
    if (zero == null) {
      zero = activity.scheduled();
      start = zero;
    }
    say(Sentence.of(activity, change).asLine(zero));
  }

  @Override
  public void ask(String question) {
    say(question);
  }

  @Override
  public void answered() {
    // The line stays where it is.
  }

  @Override
  public void settle() {
    // Nothing is updated in place.
  }
}
