package dev.longhaul.benchmarks.soak;

import dev.longhaul.benchmarks.measure.Memory;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this process takes when it has nothing to do. Immutable.
 *
 * @param usedHeap bytes that are in use after garbage was collected
 * @param threads by their names without numbers; without those of blocking activities, which come
 *     and go
 */
record Footprint(long usedHeap, Map<String, Long> threads) {
  private static final String OF_BLOCKING_ACTIVITIES = "longhaul-blocking";

  /** How many threads there are for blocking activities; each holds memory of its own. */
  static long blockingThreads() {
    return names().filter(OF_BLOCKING_ACTIVITIES::equals).count();
  }

  static Footprint now() {
    return new Footprint(
        Memory.usedHeap(),
        names()
            .filter(name -> !name.equals(OF_BLOCKING_ACTIVITIES))
            .collect(Collectors.groupingBy(name -> name, Collectors.counting())));
  }

  private static Stream<String> names() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(thread -> thread.getName().replaceAll("[-\\d]+$", ""));
  }

  /** How many threads there are. */
  long threadCount() {
    return threads.values().stream().mapToLong(count -> count).sum();
  }
}
