package dev.longhaul.samples.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the program is: what it prints, and what heartbeats tell.
 *
 * @param frame the last one that is done
 */
public record Progress(int frame, int frames) {
  private static final Pattern LINE = Pattern.compile("frame (\\d{1,9}) of (\\d{1,9})");

  /** What a line of the program's output says of it, if anything. */
  static Optional<Progress> read(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new Progress(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** As the program prints it. */
  @Override
  public String toString() {
    return "frame " + frame + " of " + frames;
  }
}
