package dev.longhaul.benchmarks.calls;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the calls are about: tokens of the size that Temporal's have, and a small JSON value. */
final class Activities {
  private static final int COUNT = 1024;
  private static final int TOKEN_BYTES = 160;

  static final String NAMESPACE = "benchmarks";
  static final Progress VALUE = new Progress("s3://videos/2026/07/trailer.mp4", 1_250, 4_800);
  static final List<byte[]> TOKENS = tokens();

  private Activities() {}

  /** The value that each call carries. */
  record Progress(String file, long framesDone, long frames) {}

  /** The tokens in a client's own form. */
  static <T> List<T> tokensAs(Function<byte[], T> form) {
    return TOKENS.stream().map(form).toList();
  }

  /** One of them. */
  static <T> T any(List<T> tokens) {
    return tokens.get(ThreadLocalRandom.current().nextInt(tokens.size()));
  }

  private static List<byte[]> tokens() {
    Random random = new Random(1);
    return Stream.generate(
            () -> {
              byte[] token = new byte[TOKEN_BYTES];
              random.nextBytes(token);
              return token;
            })
        .limit(COUNT)
        .toList();
  }
}
