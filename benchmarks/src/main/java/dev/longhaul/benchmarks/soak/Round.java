package dev.longhaul.benchmarks.soak;

import dev.longhaul.benchmarks.soak.server.Tally;
import java.util.List;

/**
 * A stretch of load with faults, until all its work was done. Immutable.
 *
 * @param tally what happened in it
 * @param footprint at its end
 */
record Round(Tally tally, List<Outage> outages, Footprint footprint) {

  Round {
    outages = List.copyOf(outages);
  }
}
