package dev.longhaul.benchmarks.soak;

import dev.longhaul.api.Health;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.benchmarks.soak.proxy.Fault;
import dev.longhaul.benchmarks.soak.proxy.FaultSchedule;
import dev.longhaul.benchmarks.soak.server.SoakProcess;
import dev.longhaul.benchmarks.soak.server.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts the load on, lets the faults happen, and waits until all work is done. For one thread. */
final class Soak {
  /** The longest work, its timeout and then some. */
  // Longer than the grace of an attempt that timed out just before the last one came.
  private static final Duration DRAIN = Duration.ofSeconds(150);

  private static final long LOOK_MILLIS = 50;

  private final Settings settings;
  private final SoakProcess server;
  private final Supplier<Health> health;
  private final LongRunningActivityManager manager;
  private final Verdict verdict;
  private final Consumer<String> progress;

  Soak(
      Settings settings,
      SoakProcess server,
      Supplier<Health> health,
      LongRunningActivityManager manager,
      Verdict verdict,
      Consumer<String> progress) {
    this.settings = settings;
    this.server = server;
    this.health = health;
    this.manager = manager;
    this.verdict = verdict;
    this.progress = progress;
  }

  /** All rounds, the warm-up first; the verdict is told of them. */
  List<Round> run() throws InterruptedException {
    List<Round> rounds = new ArrayList<>();
    rounds.add(round(0, settings.warmUp()));
    for (int number = 1; number <= settings.rounds(); number++) {
      rounds.add(round(number, settings.roundLength()));
    }
    verdict.compare(
        rounds.get(0).footprint(),
        rounds.get(rounds.size() - 1).footprint(),
        rounds.stream().skip(1).mapToLong(round -> round.tally().attempts()).sum());
    return rounds;
  }

  private Round round(int number, Duration length) throws InterruptedException {
    List<Fault> faults =
        new FaultSchedule(settings.calm()).faults(settings.seed() + number, length);
    progress.accept(
        (number == 0 ? "warm-up" : "round " + number) + ": " + length.toSeconds() + " s with");
    faults.forEach(fault -> progress.accept("  " + fault));
    Tally before = server.tally();
    long start = System.nanoTime();
    server.setRate(settings.rate());
    List<Outage> outages = new ArrayList<>();
    for (Fault fault : faults) {
      sleepUntil(start + fault.start().toNanos());
      outages.add(undergo(fault));
    }
    sleepUntil(start + length.toNanos());
    server.setRate(0);
    drain();
    settle();
    health.get().problems().forEach(problem -> verdict.violate("the worker says: " + problem));
    server.takeIrregularities().forEach(what -> verdict.judge(what, outages));
    return new Round(server.tally().since(before), outages, Footprint.now());
  }

  private Outage undergo(Fault fault) throws InterruptedException {
    long begin = server.begin(fault);
    TimeUnit.NANOSECONDS.sleep(fault.length().toNanos());
    long end = server.end();
    return new Outage(fault, begin, end, awaitRecovery(fault, end));
  }

  private long awaitRecovery(Fault fault, long end) throws InterruptedException {
    long giveUp = System.nanoTime() + settings.calm().toNanos();
    while (System.nanoTime() < giveUp) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      OptionalLong reported = server.reportedSince(end);
      if (reported.isPresent()) {
        return reported.getAsLong();
      }
    }
    verdict.violate("the worker had not recovered " + settings.calm() + " after " + fault);
    return Long.MAX_VALUE;
  }

  private void drain() throws InterruptedException {
    long giveUp = System.nanoTime() + DRAIN.toNanos();
    while (server.tally().open() > 0 && System.nanoTime() < giveUp) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    Duration left = Duration.ofNanos(Math.max(0, giveUp - System.nanoTime()));
    boolean drained = manager.drain(left).join();
    if (!drained || server.tally().open() > 0) {
      verdict.violate(
          "%d activities are open on the server and %d in the worker %s after the last one came"
              .formatted(server.tally().open(), manager.snapshot().size(), DRAIN));
    }
  }

  // Idle ones go after a minute.
  private void settle() throws InterruptedException {
    long giveUp = System.nanoTime() + settings.settling().toNanos();
    while (Footprint.blockingThreads() > 0 && System.nanoTime() < giveUp) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private static void sleepUntil(long nanoTime) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
  }
}
