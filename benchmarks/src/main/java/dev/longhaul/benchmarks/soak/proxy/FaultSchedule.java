package dev.longhaul.benchmarks.soak.proxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Random faults, the same for the same seed and time. Immutable.
 *
 * @param calm the least time before, between and after faults
 */
public record FaultSchedule(Duration calm) {
  private static final int CALM_SPREAD_MILLIS = 8_000;
  private static final int SHORTEST_MILLIS = 500;
  private static final int LONGEST_CUT_MILLIS = 5_000;
  private static final int LONGEST_MILLIS = 10_000;
  private static final int LEAST_DELAY_MILLIS = 50;
  private static final int MOST_DELAY_MILLIS = 800;

  /** The faults of this time, in order. Of any three that follow the third, one is of each kind. */
  public List<Fault> faults(long seed, Duration time) {
    Random random = new Random(seed);
    List<Fault> faults = new ArrayList<>();
    List<Fault.Kind> kinds = new ArrayList<>();
    for (Duration end = Duration.ZERO; ; end = faults.get(faults.size() - 1).end()) {
      if (kinds.isEmpty()) {
        kinds.addAll(List.of(Fault.Kind.values()));
        Collections.shuffle(kinds, random);
      }
      Duration start = end.plus(calm).plusMillis(random.nextInt(CALM_SPREAD_MILLIS));
      Fault fault = fault(kinds.remove(0), start, random);
      if (fault.end().plus(calm).compareTo(time) > 0) {
        return faults;
      }
      faults.add(fault);
    }
  }

  private static Fault fault(Fault.Kind kind, Duration start, Random random) {
    return switch (kind) {
      case CUT -> new Fault(kind, start, millis(random, 0, LONGEST_CUT_MILLIS), Duration.ZERO);
      case BLACK_HOLE ->
          new Fault(kind, start, millis(random, SHORTEST_MILLIS, LONGEST_MILLIS), Duration.ZERO);
      case DELAY ->
          new Fault(
              kind,
              start,
              millis(random, SHORTEST_MILLIS, LONGEST_MILLIS),
              millis(random, LEAST_DELAY_MILLIS, MOST_DELAY_MILLIS));
    };
  }

  private static Duration millis(Random random, int least, int most) {
    return Duration.ofMillis(least + random.nextInt(most - least));
  }
}
