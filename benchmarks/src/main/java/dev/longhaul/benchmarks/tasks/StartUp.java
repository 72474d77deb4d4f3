package dev.longhaul.benchmarks.tasks;

import dev.longhaul.benchmarks.measure.Rounds;
import dev.longhaul.benchmarks.measure.Spread;
import dev.longhaul.benchmarks.measure.Table;
import dev.longhaul.benchmarks.server.ChildJvm;
import dev.longhaul.benchmarks.server.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How long it takes from the start of a process until the server sees the first poll of its worker,
 * and how many threads it has then. Immutable.
 *
 * @param rounds of which each worker starts once in each
 */
record StartUp(Rounds rounds) {
  private static final int HEAP_MEGABYTES = 256;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * One process.
   *
   * @param worker as in a table
   */
  private record Started(String worker, double millis, double threads) {}

  /** One line for each worker: medians over the rounds, and the spread of times. */
  List<String> lines(ServerProcess server) throws InterruptedException {
    List<Started> started = new ArrayList<>();
    rounds.run(StartedWorker.WORKERS, (round, subject) -> started.add(start(server, subject)));
    Table table = new Table(1, "process with", "ms to first poll", "min", "max", "threads");
    for (Subject subject : StartedWorker.WORKERS) {
      Spread millis = spread(started, subject, Started::millis);
      table.add(
          subject.worker(),
          whole(millis.median()),
          whole(millis.min()),
          whole(millis.max()),
          whole(spread(started, subject, Started::threads).median()));
    }
    return table.lines();
  }

  private static Started start(ServerProcess server, Subject subject) throws InterruptedException {
    long polls = server.dealt().polls();
    long startNanos = System.nanoTime();
    ChildJvm process =
        ChildJvm.start(
            StartedWorker.class,
            HEAP_MEGABYTES,
            Integer.toString(StartedWorker.WORKERS.indexOf(subject)),
            server.target());
    try {
      if (server.awaitPolls(polls + 1, PATIENCE).polls() == polls) {
        throw new IllegalStateException(subject + " has not polled within " + PATIENCE);
      }
      double millis = (System.nanoTime() - startNanos) / 1e6;
      // The other ones must not be taken for those of the next process.
      server.awaitPolls(polls + StartedWorker.POLLERS, PATIENCE);
      return new Started(subject.worker(), millis, Double.parseDouble(process.ask("threads")));
    } finally {
      process.close();
      process.awaitEnd();
    }
  }

  private static Spread spread(
      List<Started> started, Subject subject, ToDoubleFunction<Started> value) {
    return Spread.of(
        started.stream()
            .filter(process -> process.worker().equals(subject.worker()))
            .mapToDouble(value));
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
