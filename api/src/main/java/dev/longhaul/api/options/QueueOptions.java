package dev.longhaul.api.options;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Settings of one task queue. Immutable; each method that sets something returns a changed copy.
 *
 * @param pollers how many polls are open at once at the most; empty for {@link
 *     RuntimeOptions#pollersPerQueue}
 * @param maxTasksPerSecond how many tasks the server hands out on this queue in a second, to all
 *     processes together; empty for no limit. The last poll that reaches the server decides: a
 *     process that polls without a limit takes away that of the others
 */
public record QueueOptions(OptionalInt pollers, OptionalDouble maxTasksPerSecond) {
  private static final QueueOptions DEFAULTS =
      new QueueOptions(OptionalInt.empty(), OptionalDouble.empty());

  /**
   * @throws IllegalArgumentException if there are no pollers, or the limit is not positive
   */
  public QueueOptions {
    if (pollers.isPresent() && pollers.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "pollers is "
              + pollers.getAsInt()
              + "; a queue that nobody polls starves: give it at least 1");
    }
    if (maxTasksPerSecond.isPresent() && !isRate(maxTasksPerSecond.getAsDouble())) {
      throw new IllegalArgumentException(
          "maxTasksPerSecond is "
              + maxTasksPerSecond.getAsDouble()
              + "; it must be a number above 0. Leave it out for no limit");
    }
  }

  private static boolean isRate(double value) {
    return value > 0 && Double.isFinite(value);
  }

  /** As many pollers as the runtime's options say, and no limit. */
  public static QueueOptions defaults() {
    return DEFAULTS;
  }

  /** With at most so many open polls. */
  public QueueOptions pollers(int value) {
    return new QueueOptions(OptionalInt.of(value), maxTasksPerSecond);
  }

  /** With this limit of the server's. */
  public QueueOptions maxTasksPerSecond(double value) {
    return new QueueOptions(pollers, OptionalDouble.of(value));
  }
}
