package dev.longhaul.benchmarks.soak;

import dev.longhaul.benchmarks.soak.server.Irregularity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Judges what happened: what a fault explains is counted, everything else is a violation. Keeps the
 * first of these alone, so that it takes no memory itself. Not thread-safe.
 */
final class Verdict {
  /** How much more threads than after the warm-up are no leak. */
  static final int SPARE_THREADS = 2;

  /** How much more heap than after the warm-up is no leak, whatever happened. */
  static final long SPARE_BYTES = 1 << 20;

  /** And how much more for each attempt. */
  static final long SPARE_BYTES_PER_ATTEMPT = 16;

  private static final int MOST_KEPT = 20;

  private final Witness witness;
  private final List<String> violations = new ArrayList<>();
  private long violated;
  private long lostTasks;
  private long silenced;
  private long repeated;

  Verdict(Witness witness) {
    this.witness = witness;
  }

  /** None is left unexplained. */
  boolean passed() {
    return violated == 0;
  }

  /** Those that were kept, and how many more there were. */
  List<String> violations() {
    List<String> all = new ArrayList<>(violations);
    if (violated > violations.size()) {
      all.add("and " + (violated - violations.size()) + " more");
    }
    return all;
  }

  /** Attempts that timed out since the answer to a poll got lost in a fault. */
  long lostTasks() {
    return lostTasks;
  }

  /** Attempts that timed out since a fault kept their heartbeats from the server. */
  long silenced() {
    return silenced;
  }

  /** Outcomes that were reported again since a fault kept the answer from the worker. */
  long repeated() {
    return repeated;
  }

  /** What is not to happen, unless one of these faults explains it. */
  void judge(Irregularity what, List<Outage> outages) {
    switch (what.kind()) {
      case SILENT, UNREPORTED -> judgeTimeout(what, outages);
      case REPEATED -> {
        if (require(any(outages, outage -> outage.wasInTheWay(what)), "outcome told twice", what)) {
          repeated++;
        }
      }
      case REFUSED -> violate("outcome refused", what);
      case WRONG -> violate("wrong outcome", what);
    }
  }

  private void judgeTimeout(Irregularity what, List<Outage> outages) {
    if (witness.wasAcknowledged(what.activity(), what.attempt())) {
      violate("outcome lost that the worker takes for accepted", what);
    } else if (!witness.hasStarted(what.activity(), what.attempt())) {
      if (require(
          any(outages, outage -> outage.mayHaveLost(what)), "task lost in the worker", what)) {
        lostTasks++;
      }
    } else if (what.kind() == Irregularity.Kind.UNREPORTED) {
      violate("outcome not reported in time", what); // there was time for the longest fault
    } else if (require(
        any(outages, outage -> outage.wasInTheWay(what)), "heartbeats stopped", what)) {
      silenced++;
    }
  }

  private static boolean any(List<Outage> outages, Predicate<Outage> condition) {
    return outages.stream().anyMatch(condition);
  }

  private boolean require(boolean explained, String otherwise, Irregularity what) {
    if (!explained) {
      violate(otherwise, what);
    }
    return explained;
  }

  private void violate(String kind, Irregularity what) {
    violate(
        ("%s: activity %d, attempt %d: %s %d ms after it was handed out, %d ms after the last sign"
                + " of it; no fault explains it")
            .formatted(
                kind,
                what.activity(),
                what.attempt(),
                what.what(),
                what.at() - what.started(),
                what.at() - what.since()));
  }

  /** This happened. */
  void violate(String what) {
    violated++;
    if (violations.size() < MOST_KEPT) {
      violations.add(what);
    }
  }

  /**
   * Nothing is to have grown.
   *
   * @param first after the warm-up
   * @param attempts since then
   */
  void compare(Footprint first, Footprint last, long attempts) {
    long grown = last.usedHeap() - first.usedHeap();
    long most = SPARE_BYTES + SPARE_BYTES_PER_ATTEMPT * attempts;
    if (grown > most) {
      violate(
          "heap grew by %d bytes with %d attempts; at most %d are no leak"
              .formatted(grown, attempts, most));
    }
    if (last.threadCount() > first.threadCount() + SPARE_THREADS) {
      violate(
          "threads grew by more than %d, from %s to %s"
              .formatted(SPARE_THREADS, first.threads(), last.threads()));
    }
  }
}
