package dev.longhaul.samples.quickstart.story;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Heartbeat details as people read them.
 *
 * @param text such as {@code 75 of 352 files}
 * @param share of the work that is done, from 0 to 1; empty if nobody can tell
 * @param job the outside job that does the work, if there is one
 */
public record Progress(String text, OptionalDouble share, Optional<String> job) {

  /** Where nobody can tell how much is done. */
  public static Progress of(String text) {
    return new Progress(text, OptionalDouble.empty(), Optional.empty());
  }
}
