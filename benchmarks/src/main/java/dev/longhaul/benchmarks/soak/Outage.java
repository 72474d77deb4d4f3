package dev.longhaul.benchmarks.soak;

import dev.longhaul.benchmarks.soak.proxy.Fault;
import dev.longhaul.benchmarks.soak.server.Irregularity;

/**
 * A fault that there was, and how long its consequences lasted. Immutable. Times are those of the
 * server's process, in milliseconds.
 *
 * @param recovered when an attempt that was handed out after the end had its outcome accepted
 */
record Outage(Fault fault, long begin, long end, long recovered) {
  /** Between the two ends of a connection, and for an answer to get there. */
  private static final long ON_THE_WAY_MILLIS = 1_000;

  /** How long it took after the end of the fault. */
  long recoveryMillis() {
    return recovered - end;
  }

  /** Whether an attempt that was handed out then may have got lost on the way to the worker. */
  boolean mayHaveLost(Irregularity what) {
    return what.started() > begin - ON_THE_WAY_MILLIS && what.started() < end + ON_THE_WAY_MILLIS;
  }

  /** Whether it was in the way of something between these two moments. */
  boolean wasInTheWay(Irregularity what) {
    return begin < what.at() && recovered > what.since() - ON_THE_WAY_MILLIS;
  }
}
