package dev.longhaul.samples.common;

import java.io.PrintWriter;
import java.time.Duration;

/** Tells what happens, a plain line each. Thread-safe, as the writer is. */
public final class Story {
  private final PrintWriter out;
  private final long start = System.nanoTime();

  Story(PrintWriter out) {
    this.out = out;
  }

  /** A line of its own. */
  public void say(String line) {
    out.println(line);
    out.flush();
  }

  /** A name and what it stands for. */
  public void item(String name, Object value) {
    say("  %-10s %s".formatted(name, value));
  }

  /** What happens now, with the seconds since the story began. */
  public void tell(String what) {
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    say("  %6s   %s".formatted(Text.seconds(time), what));
  }
}
