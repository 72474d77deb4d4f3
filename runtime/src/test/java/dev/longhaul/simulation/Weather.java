package dev.longhaul.simulation;

import dev.longhaul.runtime.internal.manage.Limit;

/** How the network between one process and the server is, and how the server is for it. */
final class Weather {

  /** What becomes of a call. */
  enum Fate {
    ANSWERED,
    NEVER_SENT,
    REQUEST_LOST,
    ANSWER_LOST,
    LIMITED,
    NOT_FOUND
  }

  private enum Sky {
    CALM,
    CUT,
    LOSSY,
    SLOW,
    LIMITED,
    BUSY_RUNS,
    CONFUSED,
    MIXED
  }

  private static final double OFTEN = 0.4;

  private final World world;
  private Sky sky = Sky.CALM;
  private long calmSince;
  private boolean calmForEver;

  Weather(World world) {
    this.world = world;
    this.calmSince = world.now();
    clearUp();
  }

  /** Since when all is well; never if it is not. */
  long calmSince() {
    return sky == Sky.CALM ? calmSince : World.NEVER;
  }

  /** No more storms. */
  void calmDown() {
    calmForEver = true;
    clearUp();
  }

  private void clearUp() {
    if (sky != Sky.CALM) {
      calmSince = world.now();
    }
    sky = Sky.CALM;
    world.after(world.between(20, 200), this::darken);
  }

  private void darken() {
    if (!calmForEver) {
      sky = world.oneOf(Sky.values());
      world.after(world.between(1, world.chance(0.7) ? 20 : 90), this::clearUp);
    }
  }

  Fate fate() {
    if (sky == Sky.CUT) {
      return Fate.NEVER_SENT;
    }
    if (sky == Sky.CALM || sky == Sky.SLOW || !world.chance(OFTEN)) {
      return Fate.ANSWERED;
    }
    return switch (sky) {
      case LOSSY -> world.oneOf(Fate.REQUEST_LOST, Fate.ANSWER_LOST);
      case LIMITED, BUSY_RUNS -> Fate.LIMITED;
      case CONFUSED -> Fate.NOT_FOUND;
      default -> world.oneOf(Fate.values());
    };
  }

  /** Whether answers get lost now. */
  boolean losesAnswers() {
    return sky == Sky.LOSSY || sky == Sky.MIXED;
  }

  /** Which limit a call hits. */
  Limit limit() {
    return switch (sky) {
      case LIMITED -> Limit.ALL;
      case BUSY_RUNS -> Limit.RUN;
      default -> world.oneOf(Limit.values());
    };
  }

  /** How long one way takes, in nanoseconds. */
  long way() {
    boolean slow = sky == Sky.SLOW || (sky == Sky.MIXED && world.chance(OFTEN));
    return slow ? world.between(0, 8) : world.between(0.000_5, 0.01);
  }
}
