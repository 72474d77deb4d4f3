package dev.longhaul.simulation;

/**
 * What the work of one attempt will do, drawn when the attempt starts.
 *
 * @param lasts nanoseconds until it ends by itself; {@link World#NEVER} if it does not
 * @param reaction what it does when it is asked to stop
 * @param reactsAfter nanoseconds until then
 */
record Temper(
    long lasts,
    Ending ending,
    Reaction reaction,
    long reactsAfter,
    Mood heartbeatHook,
    Mood cancelHook,
    boolean listenersThrow) {

  enum Ending {
    VALUE,
    FAILURE,
    FAILURE_FOR_GOOD,
    ERROR,
    CANCELLATION
  }

  enum Reaction {
    IGNORES,
    CONFIRMS,
    VALUE,
    FAILS
  }

  /** What a hook does. */
  enum Mood {
    ANSWERS,
    ANSWERS_NULL,
    ANSWERS_LATER,
    THROWS,
    HANGS;

    boolean isWell() {
      return this == ANSWERS || this == ANSWERS_NULL;
    }
  }

  static Temper of(World world) {
    return new Temper(
        world.chance(0.06) ? World.NEVER : world.between(0, world.chance(0.3) ? 5 : 90),
        world.chance(0.6) ? Ending.VALUE : world.oneOf(Ending.values()),
        world.oneOf(Reaction.values()),
        world.between(0, world.chance(0.5) ? 0.01 : 14),
        world.chance(0.8) ? Mood.ANSWERS : world.oneOf(Mood.values()),
        world.chance(0.5) ? Mood.ANSWERS : world.oneOf(Mood.values()),
        world.chance(0.1));
  }
}
