package dev.longhaul.runtime.internal.manage;

import dev.longhaul.runtime.internal.time.Backoff;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Workflow runs that are too busy for calls: those on such a run wait, and go one at a time until
 * one gets through. Not thread-safe.
 */
final class BusyRuns {
  private final Services services;
  private final Consumer<String> onPauseOver;
  private final Map<String, BusyRun> runs = new HashMap<>();

  private static final class BusyRun {
    final PriorityQueue<Ticket> waiting = new PriorityQueue<>(Ticket::compare);
    int limitsInARow;
  }

  /**
   * @param onPauseOver told by the timer, for each pause of a run
   */
  BusyRuns(Services services, Consumer<String> onPauseOver) {
    this.services = services;
    this.onPauseOver = onPauseOver;
  }

  boolean isBusy(Ticket ticket) {
    return find(ticket) != null;
  }

  /** Keeps the ticket if its run is busy. */
  boolean keep(Ticket ticket) {
    BusyRun run = find(ticket);
    if (run != null) {
      run.waiting.add(ticket);
    }
    return run != null;
  }

  // Asks for the name, which has to be put together, only if there is need.
  private @Nullable BusyRun find(Ticket ticket) {
    return runs.isEmpty() || ticket.probe ? null : runs.get(ticket.run());
  }

  /** The run of this ticket's call is busy; no news from calls that went out before that. */
  void hitLimit(Ticket ticket) {
    String name = ticket.run();
    if (name != null && (ticket.probe || !runs.containsKey(name))) {
      BusyRun run = runs.computeIfAbsent(name, unused -> new BusyRun());
      run.limitsInARow++;
      pause(name, run);
    }
  }

  /** A call that did not find its run busy came back; gives those that may go now. */
  Collection<Ticket> passed(Ticket ticket) {
    BusyRun run = ticket.probe ? runs.remove(Objects.requireNonNull(ticket.run())) : null;
    return run == null ? List.of() : run.waiting;
  }

  /** The pause of a run is over; gives the one that may try. */
  @Nullable Ticket pauseOver(String name) {
    BusyRun run = runs.get(name);
    if (run == null) {
      return null;
    }
    Ticket first = run.waiting.poll();
    if (first == null) {
      runs.remove(name); // whoever comes next tries
    } else {
      first.probe = true;
    }
    return first;
  }

  private void pause(String name, BusyRun run) {
    services.schedule(
        () -> onPauseOver.accept(name),
        Backoff.LIMITS.nanosAfter(run.limitsInARow, services.random()));
  }
}
