package dev.longhaul.processor;

import java.util.stream.LongStream;

/**
 * Seeds of random runs: always the same, so that a build that failed fails again; {@code
 * -Dlonghaul-test.seed=…} tries another one.
 */
final class Seeds {
  private static final String OPTION = "longhaul-test.seed";

  private Seeds() {}

  /** The one that is given; if there is none, these. */
  static LongStream orThese(long... seeds) {
    Long given = Long.getLong(OPTION);
    return given == null ? LongStream.of(seeds) : LongStream.of(given);
  }

  /** Runs the code; if it fails, the message tells the seed. */
  static void replayable(long seed, Runnable run) {
    try {
      run.run();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "-D%s=%d replays this: %s".formatted(OPTION, seed, e.getMessage()), e);
    }
  }
}
