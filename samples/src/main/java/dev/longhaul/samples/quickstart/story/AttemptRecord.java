package dev.longhaul.samples.quickstart.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of an activity.
 *
 * @param number from 1
 * @param started when a poll received it, by the server's clock
 * @param ended null while it goes on
 * @param failure why it ended without an outcome; null if it did not
 */
public record AttemptRecord(
    int number, Instant started, @Nullable Instant ended, @Nullable String failure) {

  AttemptRecord ended(Instant at, @Nullable String why) {
    return new AttemptRecord(number, started, at, why);
  }
}
